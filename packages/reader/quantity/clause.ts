/** Marks that end a clause; 、 only parts the members of a list. */
const marks = new Uint8Array(0x10000);
for (const each of '，；。！？\n') marks[each.charCodeAt(0)] = 1;
for (const each of ',;!?：:') marks[each.charCodeAt(0)] = 2;
/** How far a clause is followed on either side; sentences without any mark stay linear to read. */
const reach = 80;

/**
 * Whether the character at `at` ends a clause. A comma between digits is part of the number, and a colon between digits of
 * the ratio.
 */
export function endsAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const mark = marks[code];
  if (mark === 0 || mark === undefined) return false;
  return mark === 1 || !(isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The words before `at`, back to the clause's beginning or to `floor`, no further than `most` characters. */
export function before(text: string, at: number, floor = 0, most = reach): string {
  let from = at;
  const least = Math.max(floor, at - most, 0);
  while (from > least && !endsAt(text, from - 1)) from--;
  return text.slice(from, at);
}

/** The words from `at` on, to the clause's end or to `ceiling`, no further than `most` characters. */
export function after(text: string, at: number, ceiling = text.length, most = reach): string {
  let to = at;
  const last = Math.min(ceiling, at + most, text.length);
  while (to < last && !endsAt(text, to)) to++;
  return text.slice(at, to);
}

export interface Quotation {
  readonly from: number;
  readonly to: number;
  /** “…” or 《…》 */
  readonly kind: 'quote' | 'title';
}

const closing: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '‘': '’', '《': '》', '"': '"' };
const opening = /[“「『‘《"]/g;
const longestQuotation = 60;

/** What stands between quotation marks and title marks; straight and damaged marks (two opening ones) pair off in order. */
export function quotationsIn(text: string): readonly Quotation[] {
  const found: Quotation[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const each = match[0];
    const from = match.index + 1;
    const within = text.slice(from, from + longestQuotation);
    let length = within.indexOf(closing[each] ?? each);
    if (length < 0 && each === '“') length = within.indexOf('“');
    if (length < 0) continue;
    found.push({ from, to: from + length, kind: each === '《' ? 'title' : 'quote' });
    opening.lastIndex = from + length + 1;
  }
  return found;
}
