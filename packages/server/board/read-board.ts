import { type Backwards, comparedDays, measuresOf } from '@huying/kit/board';
import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { type CaseServices, type World, worldOf } from '../case/index.ts';
import { type Ctx, defineOperation } from '../ledger/index.ts';
import { firstDays, namingOf, unitHistory } from '../measure/index.ts';
import { inForce, type Unit } from '../org/index.ts';
import { boardFor, boardsFor, offeredBy, seesWhole, subjectOf } from './board-reader.ts';
import { type BoardRequest, type BoardView, boardListSchema, boardRequestSchema, boardSchema } from './board-schema.ts';
import { renamedOf } from './figure.ts';
import { daysAsked, type Frame, frameOf, isKnown, namedPeriod } from './frame.ts';
import type { Freshness } from './freshness.ts';
import { readNumbers } from './numbers.ts';
import { filled, wantedBy } from './panels.ts';

/** The boards in the reader's menu. */
export function listBoardsOperation(services: CaseServices) {
  return defineOperation({
    name: 'board.list',
    summary: { zh: '看板清单', en: 'Boards' },
    input: Type.Object({}, { additionalProperties: false }),
    output: boardListSchema,
    async run(ctx) {
      const world = await worldOf(ctx, services);
      return boardsFor(services.product, world, ctx.now).map(({ id, name, meaning, reads, of }) => ({
        id,
        name: services.product.words[`boards/${id}`] ?? { zh: name, en: name },
        meaning: services.product.words[`boards/${id}/meaning`] ?? { zh: meaning, en: meaning },
        reads,
        of,
      }));
    },
  });
}

/** A board, all its panels filled in. */
export function readBoardOperation(services: CaseServices, freshness: Freshness) {
  return defineOperation({
    name: 'board.read',
    summary: { zh: '查看看板', en: 'Read a board' },
    input: boardRequestSchema,
    output: boardSchema,
    run: (ctx, input) => readBoard(ctx, services, input, freshness),
  });
}

/**
 * All panels of a board as the reader may see them: whoever reaches every case sees the district's, a department its own. Asked by many
 * who see the same at the same time, it is read once. Throws board.unknown, .notYours, .unit, .noUnit, measure.period.
 */
export async function readBoard(
  ctx: Ctx,
  services: CaseServices,
  request: BoardRequest,
  freshness: Freshness,
): Promise<BoardView> {
  const world = await worldOf(ctx, services);
  const board = boardFor(services.product, world, request.id);
  const subject = subjectOf(services.product, world, board, request.unit, ctx.now);
  const given = { board, world, product: services.product, now: ctx.now, subject };
  const days = daysAsked(given, request);
  const key = [ctx.tenant, board.id, days.from, days.to, subject?.id ?? '', eyesOf(world)].join(' ');
  const view = await freshness.once(key, ctx.now, async () =>
    viewOf(ctx, services, frameOf({ ...given, began: await firstDays(ctx, services) }, days)),
  );
  // Which other boards stand open goes by the reader's role, and not by what is counted.
  const offered = offeredBy(services.product, world, board, ctx.now);
  return { ...view, choices: offered.map((one) => ({ ...namedUnit(one.unit, ctx.now), board: one.board })) };
}

/** What decides which numbers a reader sees; two with the same eyes see the same board. */
function eyesOf({ post, reach, org, registry }: World): string {
  if (post === undefined || reach.reach !== 'cases') throw new HuyingError('measure.notYours');
  const { units, area } = reach;
  return [org.stamp, registry.stamp, units === 'all' ? 'all' : post.unit, area ?? ''].join(' ');
}

async function viewOf(ctx: Ctx, services: CaseServices, frame: Frame): Promise<Omit<BoardView, 'choices'>> {
  const { board, world, subject, days, today, running, product } = frame;
  const numbers = await readNumbers(
    ctx,
    services,
    board.panels.flatMap((panel) => wantedBy(frame, panel)),
  );
  const panels = [];
  for (const panel of board.panels) panels.push(await filled(ctx, frame, panel, numbers));
  const words = (path: string, zh: string) => product.words[path] ?? { zh, en: zh };
  const history = await unitHistory(ctx, world.org, world.calendar);
  // The board goes by the name of today: the others are those it bore within the period.
  const naming = ({ id, name }: Unit) => namingOf([...history.namesWithin(id, days), name], name);
  const firsts = board.panels.flatMap(measuresOf).map((id) => frame.began(frame.measure(id)));
  const earlier = (back: Backwards) => {
    const then = comparedDays(days, back, today);
    return then !== null && firsts.some((first) => isKnown(first, then)) ? namedPeriod(then) : null;
  };
  return {
    id: board.id,
    name: words(`boards/${board.id}`, board.name),
    meaning: words(`boards/${board.id}/meaning`, board.meaning),
    of: board.of,
    reads: board.reads,
    subject: subject === null ? null : { ...namedUnit(subject, ctx.now), ...renamedOf(naming(subject)) },
    whole: seesWhole(world) || (board.of === 'unit' && world.reach.reach === 'cases' && world.reach.area === null),
    period: namedPeriod(days),
    running,
    before: earlier('before'),
    yearBefore: earlier('yearBefore'),
    verified: world.parameter(board.verified) === true,
    at: new Date(ctx.now).toISOString(),
    panels,
  };
}

function namedUnit(unit: Unit, now: number) {
  return { unit: unit.id, name: unit.name, ...(inForce(unit, now) ? {} : { ended: true as const }) };
}
