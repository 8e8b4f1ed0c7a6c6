import { localDateOf } from '@huying/kit/calendar';
import { HuyingError, type Problem } from '@huying/kit/error';
import { appendAll, type Ctx } from '../../ledger/index.ts';
import type { ObservationRecord } from '../core/promise-record.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import { insertObservations } from '../core/record.store.ts';
import { doubtLimitsIn, doubtsOf } from './doubt.ts';
import { answerAsked, type Figure, lockMonth } from './figure.store.ts';
import { type FigureHand, figureHand } from './figure-access.ts';
import { codeOf, type FigureBook } from './figure-book.ts';
import { type Change, changesIn } from './figure-changes.ts';
import { explainDoubt, insertDoubts, type KeptDoubt } from './figure-doubt.store.ts';
import type { Entry, Saved } from './figure-schema.ts';
import { frozenFor } from './frozen-period.ts';
import { checkedMonth, firstDayOf, type Month, monthAfter, yearOf } from './month.ts';
import { asOfDay, doubtViewOf, wholeBook } from './read-sheet.ts';
import { changedFigures } from './refigure.ts';
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
  const [book, frozen] = [await wholeBook(ctx, month), (await frozenFor(ctx, month)) !== null];

  const { changes, problems, unchanged } = await changesIn(ctx, hand, book, month, input.entries, frozen);
  if (problems.length > 0) throw new HuyingError('figure.sheet', { count: problems.length }, problems);
  const sums = sumsAfter(world, book, month, changes);
  const missed = sums.filter((sum) => sum.is === 'missed');
  if (missed.length > 0)
    throw new HuyingError('figure.sums', { count: missed.length }, missedSums(book, changes, missed));

  const rows = changes.map((change) => observationOf(ctx, hand, change, asOfDay(month, today)));
  await insertObservations(ctx.tx, ctx.tenant, rows);
  await answerAsked(
    ctx.tx,
    ctx.tenant,
    firstDayOf(month),
    changes.map(({ figure }) => ({ promise: figure.promise, indicator: figure.name })),
    ctx.now,
  );
  const doubts = await raiseDoubts(ctx, world, book, month, changes, rows);
  await tell(ctx, changes, rows);
  await changedFigures(ctx, services, [...new Set(rows.map(({ promise }) => promise))]);
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

function observationOf(ctx: Ctx, hand: FigureHand, change: Change, asOf: string): ObservationRecord {
  return {
    id: ctx.id(),
    promise: change.figure.promise,
    indicator: change.figure.name,
    value: change.value,
    growth: change.growth,
    // What a correction puts right stands at its day.
    asOf: change.corrects === null || change.present === null ? asOf : change.present.asOf,
    source: hand.isOwn(change.figure) ? 'self' : 'verified',
    standing: change.standing,
    basis: change.entry.basis ?? null,
    corrects: change.corrects,
    reason: change.entry.reason ?? null,
    enteredBy: ctx.actor.name,
    account: ctx.actor.account,
    unit: hand.post?.unit ?? null,
    at: ctx.now,
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

async function tell(ctx: Ctx, changes: readonly Change[], rows: readonly ObservationRecord[]): Promise<void> {
  await appendAll(
    ctx,
    rows.map((row, at) => ({
      subject: row.promise,
      kind: 'promise',
      what: row.corrects === null ? 'observed' : 'corrected',
      visibility: 'internal' as const,
      body: {
        observation: row.id,
        indicator: row.indicator,
        label: changes[at]?.figure.label ?? row.indicator,
        unit: changes[at]?.figure.unit ?? '',
        value: row.value,
        growth: row.growth,
        asOf: row.asOf,
        source: row.source,
        standing: row.standing,
        ...(row.corrects === null ? {} : { corrects: row.corrects, was: changes[at]?.present?.value ?? null }),
        ...(row.reason === null ? {} : { reason: row.reason }),
      },
    })),
  );
}
