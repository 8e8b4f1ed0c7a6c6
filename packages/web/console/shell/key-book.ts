/** A key as the browser names it, or a combination in words, and what it does, in the reader's language. */
export interface KeyLine {
  readonly key: string;
  readonly says: string;
}

/** The keys of one part of the page. They change while the page is open: `lines` is what is possible now. */
export interface KeyGroup {
  title: string;
  lines: readonly KeyLine[];
}

/** What is on the page now, in the order it came. There is one page in a window. */
const onPage = new Set<KeyGroup>();

/** Tells of the keys of a part of the page while it is there; answers what takes them away again. */
export function openKeyGroup(group: KeyGroup): () => void {
  onPage.add(group);
  return () => void onPage.delete(group);
}

/**
 * The keys of the page that is open, by their headings; parts with the same heading are told together.
 * @param first the heading that stands first, whenever it came
 */
export function keysOnPage(first: string): readonly Readonly<KeyGroup>[] {
  const byTitle = new Map<string, KeyLine[]>([[first, []]]);
  for (const { title, lines } of onPage) byTitle.set(title, [...(byTitle.get(title) ?? []), ...lines]);
  return [...byTitle].filter(([, lines]) => lines.length > 0).map(([title, lines]) => ({ title, lines }));
}

const SHOWN: Readonly<Record<string, string>> = { Escape: 'Esc', ArrowLeft: '←', ArrowRight: '→', M: 'Shift m' };

/** A key as it is printed on the keyboard. */
export function keyCap(key: string): string {
  return SHOWN[key] ?? key;
}
