import type { Ground, OfficialDocument } from '@huying/kit/document';
import { HuyingError } from '@huying/kit/error';
import type { Day } from '@huying/kit/promise';
import type { Ctx } from '../../ledger/index.ts';
import { releasesOf } from '../project/frozen-period.ts';
import { type Month, monthOf, yearOf } from '../project/month.ts';
import type { Frozen } from './store.ts';

/**
 * Economic figures are public from the day the statistics office released their period: a paper that shows one earlier waits for it.
 * @throws bulletin.unreleased  naming the earliest period and the first target of it
 */
export async function requireReleased(ctx: Pick<Ctx, 'tx' | 'tenant'>, today: Day, frozen: Frozen): Promise<void> {
  const shown = economicFigures(frozen);
  if (shown.length === 0) return;
  const releasedOn = await releasesOf(
    ctx,
    shown.map(({ month }) => yearOf(month)),
  );
  const open = shown.filter(({ month }) => {
    const day = releasedOn(month);
    return day === null || day > today;
  });
  const [first] = open;
  if (first !== undefined) throw new HuyingError('bulletin.unreleased', { ...first, count: open.length });
}

/** The months of the values of economic targets that stand in a paper, the earliest first. */
function economicFigures({ input, paper }: Frozen): readonly { readonly month: Month; readonly title: string }[] {
  const shown = new Set(groundsOf(paper.document).flatMap(({ kind, id }) => (kind === 'observation' ? [id] : [])));
  return input.facts.promises
    .filter(({ kind }) => kind === 'indicator')
    .flatMap(({ title, indicators }) =>
      indicators.flatMap(({ observation, observedOn }) =>
        observation !== null && observedOn !== null && shown.has(observation)
          ? [{ month: monthOf(observedOn), title }]
          : [],
      ),
    )
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}

function groundsOf({ body, annexes }: OfficialDocument): readonly Ground[] {
  return [...body, ...annexes.flatMap((annex) => annex.body)].flatMap((block) => {
    if (block.block === 'paragraph') return block.runs.flatMap(({ grounds }) => grounds);
    if (block.block === 'table')
      return block.table.rows.flatMap(({ cells }) => cells.flatMap(({ grounds }) => grounds));
    return [];
  });
}
