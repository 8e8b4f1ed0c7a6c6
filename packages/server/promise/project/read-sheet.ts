import { localDateOf } from '@huying/kit/calendar';
import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { closed, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import { frozenAround } from '../core/record.store.ts';
import { doubtWords } from './doubt-words.ts';
import { type AskedFigure, type Figure, type FigureValue, selectAsked } from './figure.store.ts';
import { barredBy, type FigureHand, figureHand } from './figure-access.ts';
import { codeOf, everyPromise, type FigureBook, figureBook } from './figure-book.ts';
import { selectDoubts } from './figure-doubt.store.ts';
import { monthSchema, type Sheet, type SheetLine, sheetSchema } from './figure-schema.ts';
import { releasesOf } from './frozen-period.ts';
import { checkedMonth, firstDayOf, isDueIn, lastDayOf, type Month, monthAfter, monthOf, yearOf } from './month.ts';
import { sumRulesIn } from './sum-rule.ts';

export const sheetRequest = Type.Object({ month: monthSchema, unit: Type.Optional(uuidSchema) }, closed);

/** The figures of a month: what is asked of whom, what is there already, and what it was a month and a year ago. */
export function readSheetOperation(services: PromiseServices) {
  return defineOperation({
    name: 'figure.sheet',
    summary: { zh: '填报表', en: 'Read the sheet of figures' },
    input: sheetRequest,
    output: sheetSchema,
    run: (ctx, input) => readSheet(ctx, services, input),
  });
}

export async function readSheet(
  ctx: Ctx,
  services: PromiseServices,
  input: { readonly month: string; readonly unit?: string | undefined },
): Promise<Sheet> {
  const month = checkedMonth(input.month);
  const world = await promiseWorldOf(ctx, services);
  const hand = figureHand(world, ctx.actor.kind);
  if (world.promises.reach !== 'promises') throw new HuyingError('figure.notYours');
  const book = await figureBook(ctx, { from: month, to: month, reach: world.promises });
  const [asked, frozen, releases, doubts] = await Promise.all([
    selectAsked(ctx.tx, ctx.tenant, firstDayOf(month)),
    frozenAround(ctx.tx, ctx.tenant, firstDayOf(month)),
    releasesOf(ctx, [yearOf(month)]),
    selectDoubts(ctx.tx, ctx.tenant, firstDayOf(month), lastDayOf(month)),
  ]);
  const figures = book.figures.filter(
    (figure) => isShown(figure, month, book, asked) && isWithin(world, hand, figure, input.unit),
  );
  const lines = figures.map((figure) => lineOf(world, hand, book, figure, month, asked, frozen !== undefined));
  const shown = new Map(figures.map((figure) => [`${figure.promise} ${figure.name}`, figure]));
  return {
    month,
    asOf: asOfDay(month, localDateOf(world.calendar, ctx.now)),
    frozen:
      frozen === undefined
        ? null
        : { by: frozen.frozenBy, at: new Date(frozen.at).toISOString(), reason: frozen.reason },
    released: releases(month),
    mayFreeze: hand.keeps,
    mayAsk: hand.asks,
    lines,
    sums: sumsOf(world, figures),
    doubts: doubts.flatMap((one) => {
      const figure = shown.get(`${one.promise} ${one.indicator}`);
      return figure === undefined ? [] : [doubtViewOf(one, figure)];
    }),
    asked: lines.filter(({ askedAt }) => askedAt !== null).length,
    open: lines.filter(({ askedAt, answered, now }) => askedAt !== null && !answered && now === null).length,
  };
}

/** The day the figures of a month are taken at: its last, or today while it runs. */
export function asOfDay(month: Month, today: string): string {
  const last = lastDayOf(month);
  return last <= today ? last : today;
}

/** A figure stands in the sheet where it is due for the month, was asked for it, or has a value in it. */
function isShown(figure: Figure, month: Month, book: FigureBook, asked: readonly AskedFigure[]): boolean {
  if (figure.measure !== null || isDueIn(figure.every, month)) return true;
  if (asked.some(({ promise, indicator }) => promise === figure.promise && indicator === figure.name)) return true;
  return book.valueIn(figure, month) !== null;
}

/** A unit sees what is asked of it and of those below; whoever keeps or watches the figures sees all, or one unit's. */
function isWithin(
  { org, promises }: PromiseWorld,
  hand: FigureHand,
  figure: Figure,
  unit: string | undefined,
): boolean {
  if (unit !== undefined) return figure.askedUnit !== null && org.isWithin(figure.askedUnit, unit);
  if (promises.reach === 'promises' && promises.units === 'all') return true;
  return (
    hand.fills(figure) ||
    (hand.post !== null && figure.askedUnit !== null && org.isWithin(figure.askedUnit, hand.post.unit))
  );
}

function lineOf(
  { org }: PromiseWorld,
  hand: FigureHand,
  book: FigureBook,
  figure: Figure,
  month: Month,
  asked: readonly AskedFigure[],
  frozen: boolean,
): SheetLine {
  const own = asked.find(({ promise, indicator }) => promise === figure.promise && indicator === figure.name);
  const barred = barredBy(hand, figure, month, frozen);
  const unit = figure.askedUnit === null ? undefined : org.unit(figure.askedUnit);
  return {
    promise: figure.promise,
    number: figure.number,
    title: figure.title,
    kind: figure.kind,
    indicator: figure.name,
    label: figure.label,
    unit: figure.unit,
    decimals: figure.decimals,
    mode: figure.mode,
    every: figure.every,
    stage: figure.stage,
    askedUnit: unit === undefined ? null : { id: unit.id, name: unit.name },
    target: figure.aim === 'followed' ? null : { aim: figure.aim, value: figure.value, upper: figure.upper },
    now: keptOf(book.valueIn(figure, month)),
    lastMonth: keptOf(book.valueIn(figure, monthAfter(month, -1))),
    lastYear: keptOf(book.yearBefore(figure, month)),
    askedAt: own === undefined ? null : new Date(own.askedAt).toISOString(),
    answered: own?.answeredAt !== undefined && own.answeredAt !== null,
    measure: figure.measure,
    may: barred === null,
    barred,
    sparkline: Array.from({ length: 12 }, (_, at) => book.valueIn(figure, monthAfter(month, at - 11))?.value ?? null),
  };
}

function keptOf(value: FigureValue | null): SheetLine['now'] {
  if (value === null) return null;
  const { growth, asOf, source, standing, enteredBy, at } = value;
  return { value: value.value, growth, asOf, source, standing, by: enteredBy, at: new Date(at).toISOString() };
}

function sumsOf(world: PromiseWorld, figures: readonly Figure[]): Sheet['sums'] {
  const byCode = new Map(figures.map((figure) => [codeOf(figure), figure]));
  const placeOf = (code: string) => {
    const figure = byCode.get(code);
    return figure === undefined ? null : { promise: figure.promise, indicator: figure.name, label: figure.label };
  };
  return sumRulesIn(world.setting<unknown>('targets.sums', [])).flatMap(({ total, parts, tolerance }) => {
    const whole = placeOf(total);
    const found = parts.map(placeOf).filter((one) => one !== null);
    return whole === null || found.length < parts.length ? [] : [{ total: whole, parts: found, tolerance }];
  });
}

/** A doubt as whoever may see its figure reads it. */
export function doubtViewOf(
  doubt: Awaited<ReturnType<typeof selectDoubts>>[number],
  figure: Pick<Figure, 'label' | 'title' | 'decimals'>,
): Sheet['doubts'][number] {
  return {
    id: doubt.id,
    promise: doubt.promise,
    indicator: doubt.indicator,
    label: figure.label,
    title: figure.title,
    month: monthOf(doubt.asOf),
    kind: doubt.kind,
    says: doubtWords(doubt, figure.decimals),
    raisedAt: new Date(doubt.raisedAt).toISOString(),
    explanation: doubt.words,
    explainedBy: doubt.explainedBy,
  };
}

/** The whole sheet of a month as the keeper of the figures sees it: what entering checks against. */
export function wholeBook(ctx: Ctx, month: Month): Promise<FigureBook> {
  return figureBook(ctx, { from: month, to: month, reach: everyPromise });
}
