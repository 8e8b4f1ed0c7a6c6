import type { Breach, Fence, House } from './breach.ts';

const homeless = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'lib']);
const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
const code = /\.(ts|tsx|mjs|sql|css)$/;
const longest = 400;

/** A file is a noun and bears the name of what it exports. */
export const nameFence: Fence = (house) =>
  codePaths(house).flatMap((path): Breach[] => {
    const segments = path.split('/');
    const bare = segments.map((segment) => segment.replace(/\..*$/, ''));
    const found = bare.find((segment) => homeless.has(segment));
    if (found !== undefined)
      return [
        {
          path,
          line: 0,
          why: `"${found}" says that the home of this code was not found; name the file for what it exports.`,
        },
      ];
    if (!kebab.test(segments.at(-1) ?? ''))
      return [{ path, line: 0, why: 'File names are nouns in kebab-case, so that a name can be guessed.' }];
    return [];
  });

/**
 * A file past 400 lines wants a second look.
 * @param seen  files that had it and stay as long as they are, with the reason
 */
export function lengthFence(seen: Readonly<Record<string, string>>): Fence {
  return ({ modules }) =>
    modules
      .filter(({ path, lines }) => lines > longest && !(path in seen))
      .map(({ path, lines }) => ({
        path,
        line: 0,
        why: `${lines} lines; past ${longest} a file is usually two things. Part it, or enter it with a reason in packages/testing/house/long-files.ts.`,
      }));
}

/** No note to oneself is left in the code: what is not done is not there. */
export const noteFence: Fence = ({ modules }) =>
  modules.flatMap(({ path, comments }) =>
    comments
      .filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text))
      .map(({ line }) => ({ path, line, why: 'A note to oneself does not ship: do it, or leave it out.' })),
  );

function codePaths({ texts }: House): string[] {
  return [...texts.keys()].filter((path) => code.test(path));
}
