const NAME = /^[\p{L}_:][\p{L}\p{N}_:.]*$/u;

/** Words that CQL2 text gives a meaning; a property so named is written in quotes. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'like',
  'in',
  'between',
  'is',
  'null',
  'true',
  'false',
  'casei',
  'timestamp',
  'date',
  'bbox',
  'a_contains',
  'a_overlaps',
  's_intersects',
  't_after',
  't_before',
]);

/** Whether a text can be the name of a property: a letter or underscore, then letters, digits, underscores, dots; at most 100 characters. */
export function isPropertyName(name: string): boolean {
  return name.length <= 100 && NAME.test(name);
}
