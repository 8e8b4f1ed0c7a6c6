import type { PromiseView, RevisionView } from '../../client/index.ts';

/** One thing that was agreed: as first promised, as allowed to be changed, and as it is in force. */
export interface AgreedRow {
  /** 'title', 'deliverable', 'measure', 'due' or 'indicator:<name>'. */
  readonly what: string;
  /** The name of an indicator; '' for what the page has words for. */
  readonly name: string;
  readonly original: string | number | null;
  readonly changes: readonly RevisionView[];
  readonly present: string | number | null;
  readonly unit: string;
  readonly decimals: number;
}

const SAID = ['title', 'deliverable', 'measure', 'due'] as const;

/** What is shown side by side: what the promise says, and every number it sets. Only what is said or was ever said. */
export function agreedRows(
  view: Pick<PromiseView, (typeof SAID)[number] | 'original' | 'indicators' | 'revisions'>,
): readonly AgreedRow[] {
  const changesOf = (what: string) =>
    view.revisions.filter((revision) => revision.state === 'approved' && isOf(revision.what, what));
  const said = SAID.map((what): AgreedRow => {
    const changes = changesOf(what);
    const present = view[what];
    const original = changes.length === 0 ? present : (view.original[what] ?? null);
    return { what, name: '', original, changes, present, unit: '', decimals: 0 };
  });
  const numbers = view.indicators
    .filter(({ target, original }) => target !== null || original !== null)
    .map((indicator): AgreedRow => {
      const what = `indicator:${indicator.name}`;
      return {
        what,
        name: indicator.label,
        original: indicator.original ?? indicator.target,
        changes: changesOf(what),
        present: indicator.target,
        unit: indicator.unit,
        decimals: indicator.decimals,
      };
    });
  return [...said.filter((row) => row.what !== 'title' || row.changes.length > 0), ...numbers].filter(
    ({ original, present }) => original !== null || present !== null,
  );
}

/** `indicator:rate:value` is a change of `indicator:rate`. */
function isOf(what: string, thing: string): boolean {
  return what === thing || what.startsWith(`${thing}:`);
}
