/** Brackets and quotes, and every mark a caller may split at. */
const telling = /[“‘（(《〈「『[【”’）)》〉」』\]】。；;，,：:、]/g;
const opening = '“‘（(《〈「『[【';
const closing = '”’）)》〉」』]】';

/** Splits at the given marks (of 。；，：、) where they stand outside brackets and quotes; empty pieces are left out. One walk. */
export function piecesOf(text: string, marks: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: character, index: at } of text.matchAll(telling)) {
    if (opening.includes(character)) depth += 1;
    else if (closing.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && marks.includes(character)) {
      if (at > from) pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}
