import type { ItemView } from './review-data.ts';

export interface DeskFilter {
  readonly show: 'open' | 'doubtful' | 'taken' | 'out' | 'all';
  readonly kind: string | null;
  readonly words: string;
}

const shows: Readonly<Record<DeskFilter['show'], (item: ItemView) => boolean>> = {
  open: ({ decision }) => decision === 'open',
  doubtful: ({ doubt, decision }) => doubt !== null && decision === 'open',
  taken: ({ decision }) => decision === 'accepted' || decision === 'corrected',
  out: ({ decision }) => decision === 'dismissed' || decision === 'split' || decision === 'merged',
  all: () => true,
};

/** The items a filter lets through, in the order of the report. Words are looked for in titles, contents and numbers. */
export function queueOf(items: readonly ItemView[], { show, kind, words }: DeskFilter): readonly ItemView[] {
  const wanted = words.trim().toLowerCase();
  return items.filter(
    (item) =>
      shows[show](item) &&
      (kind === null || item.kind === kind) &&
      (wanted === '' || textOf(item).toLowerCase().includes(wanted)),
  );
}

function textOf({ proposed, promise, no }: ItemView): string {
  const { title, deliverable, indicators } = proposed;
  return [no, title, deliverable, promise?.number, promise?.title, ...indicators.map(({ label }) => label)].join(' ');
}

/** The open item to go on with after one was decided: the next in the report, or the first that is left. */
export function nextOpen(items: readonly ItemView[], after: ItemView): ItemView | undefined {
  const at = items.findIndex(({ no }) => no === after.no);
  const isLeft = ({ no, decision }: ItemView) => decision === 'open' && no !== after.no;
  return items.slice(at + 1).find(isLeft) ?? items.find(isLeft);
}
