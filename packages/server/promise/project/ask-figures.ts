import { localDateOf } from '@huying/kit/calendar';
import { HuyingError, type Problem } from '@huying/kit/error';
import { type Static, Type } from 'typebox';
import { appendAll, type Ctx, defineOperation } from '../../ledger/index.ts';
import { closed, lineSchema, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { promiseWorldOf } from '../core/promise-world.ts';
import { type Figure, insertAsked, lockMonth, selectAsked } from './figure.store.ts';
import { figureHand, periodOf } from './figure-access.ts';
import { monthSchema } from './figure-schema.ts';
import { checkedMonth, firstDayOf, isDueIn, lastDayOf } from './month.ts';
import { wholeBook } from './read-sheet.ts';

const output = Type.Object({
  month: Type.String(),
  asked: Type.Integer(),
  /** Due and not asked, since it is there already or the system counts it. */
  held: Type.Integer(),
});

/**
 * Asks units for figures of a month. Those named are asked or the whole request refused; where none is named, all that are due, less what
 * is there already: a figure is asked once and never again.
 */
export function askFiguresOperation(services: PromiseServices) {
  return defineOperation({
    name: 'figure.ask',
    summary: { zh: '向单位要数', en: 'Ask units for figures' },
    input: Type.Object(
      {
        month: monthSchema,
        figures: Type.Optional(
          Type.Array(Type.Object({ promise: uuidSchema, indicator: lineSchema(63) }, closed), {
            minItems: 1,
            maxItems: 500,
          }),
        ),
      },
      closed,
    ),
    output,
    run: (ctx, input) => askFigures(ctx, services, input),
  });
}

/** @throws figure.askerOnly, .future, .held (a problem for each figure) */
export async function askFigures(
  ctx: Ctx,
  services: PromiseServices,
  input: {
    readonly month: string;
    readonly figures?: readonly { readonly promise: string; readonly indicator: string }[];
  },
): Promise<Static<typeof output>> {
  const month = checkedMonth(input.month);
  const world = await promiseWorldOf(ctx, services);
  if (!figureHand(world, ctx.actor.kind).asks) throw new HuyingError('figure.askerOnly');
  if (firstDayOf(month) > localDateOf(world.calendar, ctx.now)) throw new HuyingError('figure.future', { month });
  await lockMonth(ctx.tx, ctx.tenant, month);
  const book = await wholeBook(ctx, month);
  const asked = new Set(
    (await selectAsked(ctx.tx, ctx.tenant, firstDayOf(month))).map(
      ({ promise, indicator }) => `${promise} ${indicator}`,
    ),
  );
  const heldBy = (figure: Figure) => {
    const { promise, name, measure } = figure;
    if (measure !== null) return { zh: '由系统自动取数', en: 'the system counts it itself' };
    if (figure.every !== null && !isDueIn(figure.every, month))
      return { zh: '本期不到填报期', en: 'nothing of it is due' };
    if (book.valueIn(figure, month) !== null) return { zh: '系统已有本期数据', en: 'the system holds it already' };
    return asked.has(`${promise} ${name}`) ? { zh: '本期已要过一次', en: 'it was asked for already' } : null;
  };
  if (input.figures !== undefined) {
    const problems: Problem[] = [];
    const chosen = input.figures.flatMap(({ promise, indicator }, at): Chosen[] => {
      const figure = book.figures.find((one) => one.promise === promise && one.name === indicator);
      const fault = (zh: string, en: string): Chosen[] => {
        problems.push({ path: `/figures/${at}`, zh: `${zh}。`, en: `${en}.` });
        return [];
      };
      if (figure === undefined) return fault('没有这项指标', 'There is no such figure');
      const held = heldBy(figure);
      if (held !== null) return fault(`${figure.label}：${held.zh}`, `${figure.label}: ${held.en}`);
      if (figure.askedUnit === null)
        return fault(`${figure.label}：没有责任单位`, `${figure.label}: no unit answers for it`);
      return [{ promise, indicator, unit: figure.askedUnit, label: figure.label }];
    });
    if (problems.length > 0) throw new HuyingError('figure.held', { count: problems.length }, problems);
    return { month, asked: await ask(ctx, month, chosen), held: 0 };
  }
  const due = book.figures.filter(
    (figure) => isDueIn(figure.every, month) && figure.askedUnit !== null && periodOf(figure).start <= lastDayOf(month),
  );
  const chosen = due
    .filter((figure) => heldBy(figure) === null)
    .map((figure) => ({
      promise: figure.promise,
      indicator: figure.name,
      unit: figure.askedUnit ?? '',
      label: figure.label,
    }));
  return { month, asked: await ask(ctx, month, chosen), held: due.length - chosen.length };
}

interface Chosen {
  readonly promise: string;
  readonly indicator: string;
  readonly unit: string;
  readonly label: string;
}

async function ask(ctx: Ctx, month: string, chosen: readonly Chosen[]): Promise<number> {
  if (chosen.length === 0) return 0;
  const count = await insertAsked(ctx.tx, ctx.tenant, firstDayOf(month), chosen, { name: ctx.actor.name, at: ctx.now });
  await appendAll(
    ctx,
    [...Map.groupBy(chosen, ({ promise }) => promise)].map(([subject, of]) => ({
      subject,
      kind: 'promise',
      what: 'figures-asked',
      visibility: 'internal' as const,
      body: { month, figures: of.map(({ indicator, label, unit }) => ({ indicator, label, unit })) },
    })),
  );
  return count;
}
