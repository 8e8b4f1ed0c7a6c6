import type { Place } from './breach.ts';

/** Reads a path of the repository as a place in the house. */
export function placeOf(path: string): Place {
  const segments = path.split('/');
  const inPart = segments[0] === 'packages' ? segments.slice(1) : segments;
  const [part = 'root', ...rest] = inPart.length > 1 ? inPart : ['root', ...inPart];
  return { path, part, folder: rest.length > 1 ? (rest[0] ?? '') : '', isTest: /\.test\.tsx?$/.test(path) };
}

/** The file of the house that an import means; undefined for packages from outside and for what is not there. */
export function targetOf(specifier: string, from: string, paths: ReadonlySet<string>): Place | undefined {
  const plain = specifier.replace(/\?.*$/, '');
  const base = plain.startsWith('.') ? resolved(plain, from) : ownPackage(plain);
  if (base === undefined) return undefined;
  const found = [base, `${base}/index.ts`, `${base}.ts`].find((path) => paths.has(path));
  return placeOf(found ?? base);
}

function resolved(specifier: string, from: string): string {
  const segments = from.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '..') segments.pop();
    else if (step !== '.') segments.push(step);
  }
  return segments.join('/');
}

function ownPackage(specifier: string): string | undefined {
  const match = /^@huying\/([^/]+)(\/.*)?$/.exec(specifier);
  if (!match) return undefined;
  const [, name = '', rest = ''] = match;
  return `${name === 'apps' || name === 'district' ? name : `packages/${name}`}${rest}`;
}
