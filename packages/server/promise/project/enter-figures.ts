import { localDateOf } from '@huying/kit/calendar';
import { HuyingError, isHuyingError, type Problem } from '@huying/kit/error';
import type { Ctx } from '../../ledger/index.ts';
import { loadBundles } from '../core/bundle.ts';
import { checkedObservation, enterObservations, type NewObservation } from '../core/observation-entry.ts';
import type { ObservationRecord } from '../core/promise-record.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import { frozenAround } from '../core/record.store.ts';
import { lockPromises } from '../core/store.ts';
import { doubtLimitsIn, doubtsOf } from './doubt.ts';
import { answerAsked, type Figure, lockMonth } from './figure.store.ts';
import { type FigureHand, figureHand, sentencesOf } from './figure-access.ts';
import { codeOf, type FigureBook } from './figure-book.ts';
import { type Change, changesIn } from './figure-changes.ts';
import { explainDoubt, insertDoubts, type KeptDoubt } from './figure-doubt.store.ts';
import type { Entry, Saved } from './figure-schema.ts';
import { checkedMonth, firstDayOf, type Month, monthAfter, yearOf } from './month.ts';
import { asOfDay, doubtViewOf, wholeBook } from './read-sheet.ts';
import { standingOfSums, sumRulesIn } from './sum-rule.ts';

/**
 * Enters figures of a month, all or none: what cannot be entered is told cell by cell, sums are checked with what stands there already,
 * what is doubtful is entered and raised. @throws figure.month, .future, .sheet (a problem for each cell), .sums (one for each sum)
 */
export async function enterFigures(
  ctx: Ctx,
  services: PromiseServices,
  input: { readonly month: string; readonly entries: readonly Entry[] },
): Promise<Saved> {
  const month = checkedMonth(input.month);
  const world = await promiseWorldOf(ctx, services);
  const hand = figureHand(world, ctx.actor.kind);
  const today = localDateOf(world.calendar, ctx.now);
  if (firstDayOf(month) > today) throw new HuyingError('figure.future', { month });
  await lockMonth(ctx.tx, ctx.tenant, month);
  const book = await wholeBook(ctx, month);
  const frozen = await frozenAround(ctx.tx, ctx.tenant, firstDayOf(month));

  const { changes, problems, unchanged } = changesIn(hand, book, month, input.entries, frozen !== undefined);
  const { rows, refused } = await checkedRows(ctx, { services, world, frozen }, hand, changes, asOfDay(month, today));
  const wrong = [...problems, ...refused];
  if (wrong.length > 0) throw new HuyingError('figure.sheet', { count: wrong.length }, wrong);
  const sums = sumsAfter(world, book, month, changes);
  const missed = sums.filter((sum) => sum.is === 'missed');
  if (missed.length > 0)
    throw new HuyingError('figure.sums', { count: missed.length }, missedSums(book, changes, missed));

  await enterObservations(ctx, services, world, rows, (row, at) => ({
    label: changes[at]?.figure.label ?? row.indicator,
    unit: changes[at]?.figure.unit ?? '',
    ...(row.corrects === null ? {} : { was: changes[at]?.present?.value ?? null }),
  }));
  await answerAsked(
    ctx.tx,
    ctx.tenant,
    firstDayOf(month),
    changes.map(({ figure }) => ({ promise: figure.promise, indicator: figure.name })),
    ctx.now,
  );
  const doubts = await raiseDoubts(ctx, world, book, month, changes, rows);
  return {
    month,
    saved: rows.length,
    unchanged,
    openSums: sums.flatMap((sum) => (sum.is === 'open' ? [{ total: sum.rule.total, missing: [...sum.missing] }] : [])),
    doubts,
  };
}

function sumsAfter(world: PromiseWorld, book: FigureBook, month: Month, changes: readonly Change[]) {
  const values = new Map<string, number>();
  for (const figure of book.figures) {
    const code = codeOf(figure);
    const value = code === null ? null : book.valueIn(figure, month);
    if (code !== null && value !== null) values.set(code, value.value);
  }
  const changed = new Set<string>();
  for (const { figure, value } of changes) {
    const code = codeOf(figure);
    if (code === null) continue;
    values.set(code, value);
    changed.add(code);
  }
  return standingOfSums(sumRulesIn(world.setting<unknown>('targets.sums', [])), values, changed);
}

type Missed = Extract<ReturnType<typeof standingOfSums>[number], { is: 'missed' }>;

function missedSums(book: FigureBook, changes: readonly Change[], missed: readonly Missed[]): readonly Problem[] {
  const named = new Map(book.figures.map((figure) => [codeOf(figure), figure]));
  const name = (code: string) => named.get(code)?.label ?? code;
  return missed.map(({ rule, total, sum, difference }) => {
    const at = changes.find(({ figure }) => codeOf(figure) === rule.total)?.at;
    const digits = named.get(rule.total)?.decimals ?? 2;
    const said = (value: number) => value.toFixed(digits);
    const zh = `${name(rule.total)} ${said(total)}，${rule.parts.map(name).join('、')}合计 ${said(sum)}，相差 ${said(difference)}。`;
    const en = `${name(rule.total)} is ${said(total)}; ${rule.parts.map(name).join(' + ')} make ${said(sum)}: a difference of ${said(difference)}.`;
    return { path: at === undefined ? '/entries' : `/entries/${at}/value`, zh, en };
  });
}

/** Changes as rows, and those that the rules of entering refuse, each at its place. Promises are locked first. */
async function checkedRows(
  ctx: Ctx,
  holding: Pick<Parameters<typeof checkedObservation>[1], 'services' | 'world' | 'frozen'>,
  hand: FigureHand,
  changes: readonly Change[],
  asOf: string,
): Promise<{ readonly rows: readonly ObservationRecord[]; readonly refused: readonly Problem[] }> {
  const promises = await lockPromises(ctx.tx, ctx.tenant, [...new Set(changes.map(({ figure }) => figure.promise))]);
  const bundles = new Map((await loadBundles(ctx, promises)).map((bundle) => [bundle.promise.id, bundle]));
  const rows: ObservationRecord[] = [];
  const refused: Problem[] = [];
  for (const change of changes) {
    const bundle = bundles.get(change.figure.promise);
    if (bundle === undefined) continue;
    try {
      rows.push(checkedObservation(ctx, { ...holding, bundle }, saidBy(hand, change, asOf)));
    } catch (error) {
      if (!isHuyingError(error)) throw error;
      refused.push({ path: `/entries/${change.at}/value`, ...sentencesOf(error) });
    }
  }
  return { rows, refused };
}

function saidBy(hand: FigureHand, { figure, entry, present, ...change }: Change, asOf: string): NewObservation {
  return {
    indicator: figure.name,
    value: change.value,
    growth: change.growth,
    // What a correction puts right stands at its day.
    asOf: change.corrects === null || present === null ? asOf : present.asOf,
    source: hand.isOwn(figure) ? 'self' : 'verified',
    standing: change.standing,
    basis: entry.basis,
    corrects: change.corrects ?? undefined,
    reason: entry.reason?.trim() === '' ? undefined : entry.reason,
  };
}

async function raiseDoubts(
  ctx: Ctx,
  world: PromiseWorld,
  book: FigureBook,
  month: Month,
  changes: readonly Change[],
  rows: readonly ObservationRecord[],
): Promise<Saved['doubts']> {
  const limits = doubtLimitsIn(world.setting<unknown>('targets.doubts', {}));
  const found = changes.flatMap((change, at) => {
    const row = rows[at] as ObservationRecord;
    const { figure, entry } = change;
    const provisional =
      change.corrects === null && change.present?.standing === 'provisional' ? change.present.value : null;
    const looked = {
      value: change.value,
      growth: change.growth,
      before: historyOf(book, figure, month),
      cumulative: figure.mode === 'cumulative',
      lastYear: book.yearBefore(figure, month)?.value ?? null,
      provisional,
    };
    return doubtsOf(looked, limits).map(({ kind, ...detail }) => ({
      figure,
      explanation: entry.explanation?.trim() ?? '',
      doubt: {
        id: ctx.id(),
        promise: row.promise,
        indicator: row.indicator,
        observation: row.id,
        asOf: row.asOf,
        kind,
        detail: detail as Readonly<Record<string, number>>,
      },
    }));
  });
  await insertDoubts(
    ctx.tx,
    ctx.tenant,
    found.map(({ doubt }) => doubt),
    ctx.now,
  );
  const { name, account } = ctx.actor;
  const views: Saved['doubts'] = [];
  for (const { doubt, figure, explanation } of found) {
    if (explanation !== '')
      await explainDoubt(ctx.tx, ctx.tenant, doubt.id, { words: explanation, name, account, at: ctx.now });
    const explained =
      explanation === '' ? { words: null, explainedBy: null } : { words: explanation, explainedBy: name };
    const kept: KeptDoubt = {
      ...doubt,
      ...explained,
      raisedAt: ctx.now,
      explainedAt: explanation === '' ? null : ctx.now,
    };
    views.push(doubtViewOf(kept, figure));
  }
  return views;
}

/** The values of the months before, the oldest first; a running total starts anew each year. */
function historyOf(book: FigureBook, figure: Figure, month: Month): readonly number[] {
  const months = Array.from({ length: 12 }, (_, at) => monthAfter(month, at - 12));
  const own = figure.mode === 'cumulative' ? months.filter((one) => yearOf(one) === yearOf(month)) : months;
  return own.map((one) => book.valueIn(figure, one)?.value ?? null).filter((value) => value !== null);
}
