/** Keys that the case page uses itself. */
const TAKEN = ['j', 'k', 'r', 'b', 'g', 'c'] as const;

/**
 * A letter for each action, in the order they are given: the first free one of its name, capitals of compound names
 * before other letters. What finds none has none.
 */
export function actionLetters(names: readonly string[]): Readonly<Record<string, string>> {
  const taken = new Set<string>(TAKEN);
  const letters: Record<string, string> = {};
  for (const name of names) {
    const initials = (name[0] ?? '') + (name.match(/[A-Z]/g) ?? []).join('');
    const letter = [...(initials + name).toLowerCase()].find((one) => /[a-z]/.test(one) && !taken.has(one));
    if (letter === undefined) continue;
    taken.add(letter);
    letters[name] = letter;
  }
  return letters;
}
