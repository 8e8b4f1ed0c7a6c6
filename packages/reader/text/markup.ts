/** Entities that a careless export leaves in the text, and the one character that each stands for. */
const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u2003',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  quot: '"',
  middot: '·',
  mdash: '—',
  ndash: '-',
  hellip: '…',
  times: '×',
  permil: '‰',
  lt: '<',
  gt: '>',
  amp: '&',
};

/** The entity that begins at `at` (an ampersand): the unit it stands for and the index behind it. */
export function entityAt(text: string, at: number): { readonly code: number; readonly end: number } | undefined {
  let end = at + 1;
  while (end < at + 8 && end < text.length && text[end] !== ';') end += 1;
  if (text[end] !== ';') return undefined;
  const character = entities[text.slice(at + 1, end)];
  return character === undefined ? undefined : { code: character.charCodeAt(0), end: end + 1 };
}

const blockTags = new Set('p br div h1 h2 h3 h4 h5 h6 li ul ol tr td th table section article hr'.split(' '));

/** The tag that begins at `at` (an angle bracket) and whether text breaks there; undefined where the bracket is a sign of the text. */
export function tagAt(text: string, at: number): { readonly end: number; readonly breaks: boolean } | undefined {
  let name = at + 1;
  if (text[name] === '/') name += 1;
  let end = name;
  while (end - name < 12 && /[a-z0-9]/i.test(text[end] ?? '')) end += 1;
  const tag = text.slice(name, end).toLowerCase();
  if (!/^[a-z]/.test(tag) || !/[\s/>]/.test(text[end] ?? '')) return undefined;
  const limit = Math.min(text.length, at + 300);
  while (end < limit && text[end] !== '>' && text[end] !== '<' && text[end] !== '\n') end += 1;
  return text[end] === '>' ? { end: end + 1, breaks: blockTags.has(tag) } : undefined;
}

/** The end of a reference to a note (`[1]`) behind a word, or `at`. At the beginning of a line it numbers the note itself. */
export function noteMarkEnd(text: string, at: number): number {
  let end = at + 1;
  while (end - at <= 2 && /[0-9０-９]/.test(text[end] ?? '')) end += 1;
  return end > at + 1 && /[\]］〕]/.test(text[end] ?? '') ? end + 1 : at;
}
