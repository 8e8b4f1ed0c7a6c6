import { createHash } from 'node:crypto';

const longestMatter = 64;
const longestUnit = 32;

/**
 * The code of a matter that another system knows by names only: its names from the widest to the narrowest, made into words of a code. The same names give the
 * same code in every import; names that lose something on the way carry a hash of what they were.
 */
export function matterCode(names: readonly string[]): string {
  const code = names.map((name) => slug(name, /[^\p{L}\p{N}]+/gu).toLowerCase()).join('.');
  const faithful = names.every((name) => /^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u.test(name));
  return faithful && code.length <= longestMatter ? code : hashed(code, names.join('/'), longestMatter);
}

/** The code of a unit: the name in the file where it can be one, else made from it. */
export function unitCode(name: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/.test(name)) return name;
  return hashed(slug(name, /[^A-Za-z0-9_]+/g).replace(/^_+/, ''), name, longestUnit);
}

function slug(name: string, other: RegExp): string {
  return name.replaceAll(other, '-').replaceAll(/^-+|-+$/g, '');
}

function hashed(code: string, of: string, longest: number): string {
  const hash = createHash('sha256').update(of).digest('hex').slice(0, 8);
  const kept = [...code]
    .join('')
    .slice(0, longest - 9)
    .replace(/-+$/, '');
  return kept === '' ? `u-${hash}`.slice(0, longest) : `${kept.toWellFormed().replaceAll('\uFFFD', '')}-${hash}`;
}
