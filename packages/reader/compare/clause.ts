/** A clause of a sentence: where it begins and ends, the mark that closes it left off. */
export interface Clause {
  readonly from: number;
  readonly to: number;
}

const telling = /[（《〈【[）》〉】\]，；：。！？]/g;
const opening = '（《〈【[';
const closing = '）》〉】]';

/** Cuts a clean sentence into clauses at commas, semicolons, colons and full stops outside brackets. */
export function clausesOf(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let depth = 0;
  for (const { 0: character, index: at } of text.matchAll(telling)) {
    if (opening.includes(character)) depth += 1;
    else if (closing.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      if (at > from) clauses.push({ from, to: at });
      from = at + 1;
    }
  }
  if (from < text.length) clauses.push({ from, to: text.length });
  return clauses;
}
