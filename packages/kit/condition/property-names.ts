/** The properties that a condition names, in order. */
export function propertyNames(tree: unknown): readonly string[] {
  if (tree === null || typeof tree !== 'object') return [];
  if ('property' in tree && typeof tree.property === 'string') return [tree.property];
  return Object.values(tree).flatMap(propertyNames);
}
