import type { Board } from '@huying/kit/board';
import { DAY_MS } from '@huying/kit/calendar';
import type { Product } from '@huying/kit/compile';
import { HuyingError } from '@huying/kit/error';
import type { World } from '../case/index.ts';
import { inForce, type Unit } from '../org/index.ts';

/** The boards in the menu of whoever reads. */
export function boardsFor({ boards }: Product, world: World, now: number): readonly Board[] {
  const { post, reach } = world;
  if (post === undefined || reach.reach !== 'cases') return [];
  return boards.filter(
    (board) => board.for.includes(post.role) && (board.of === 'district' || hasChoice(world, board, now)),
  );
}

const hasChoice = (world: World, board: Board, now: number) => choicesOf(world, board, now).length > 0;

/** The board of an id. @throws board.unknown; board.notYours where the reader's role is none of those it is for */
export function boardFor({ boards }: Product, world: World, id: string): Board {
  const board = boards.find((one) => one.id === id);
  if (board === undefined) throw new HuyingError('board.unknown', { board: id });
  const { post, reach } = world;
  if (post === undefined || reach.reach !== 'cases' || !board.for.includes(post.role)) {
    throw new HuyingError('board.notYours', { board: id });
  }
  return board;
}

/**
 * The units that a board may be about: for whoever reaches all cases those right below the district, for the others their own and
 * those right below it; of a street's board streets only, and communities.
 */
export function choicesOf({ org, post, reach }: World, { of }: Pick<Board, 'of'>, now: number): readonly Unit[] {
  if (post === undefined || reach.reach !== 'cases' || of === 'district') return [];
  const everywhere = reach.units === 'all';
  const top = everywhere ? org.root : org.unit(post.unit);
  if (top === undefined) return [];
  const below = org.children(top.id);
  const units = everywhere ? below : [top, ...below];
  const fitting = units.filter((unit) =>
    of === 'street' ? unit.kind === 'street' && unit.area !== null : unit.kind !== 'centre',
  );
  const gone = fitting.filter((unit) => !inForce(unit, now) && wentLately(org, unit, now));
  return [...fitting.filter((unit) => inForce(unit, now)), ...gone];
}

/** A unit to choose at the top of a board, and the board that is about units of its kind. */
export interface Choice {
  readonly unit: Unit;
  readonly board: string;
}

/**
 * What may be chosen at the top of a board. Where streets have a board of their own that the reader may open, it and that of the other
 * units offer the same units, each leading to the board of its kind.
 */
export function offeredBy(product: Product, world: World, board: Board, now: number): readonly Choice[] {
  const { ofUnits, ofStreets } = pairOf(product, world, board, now);
  const streets = new Set(ofStreets && choicesOf(world, ofStreets, now).map(({ id }) => id));
  return choicesOf(world, ofUnits, now).map((unit) => ({
    unit,
    board: ofStreets !== undefined && streets.has(unit.id) ? ofStreets.id : ofUnits.id,
  }));
}

function pairOf(product: Product, world: World, board: Board, now: number) {
  const open = boardsFor(product, world, now);
  const ofUnits = open.find(({ streets }) => streets === board.id) ?? board;
  return { ofUnits, ofStreets: open.find(({ id }) => id === ofUnits.streets) };
}

const YEAR_MS = 366 * DAY_MS;

/** Within a year of its end a unit that others go on with is still looked up: as long as a line of months shows it. */
function wentLately(org: World['org'], { id, to }: Unit, now: number): boolean {
  return to !== null && to <= now && to > now - YEAR_MS && org.successorsOf(id).length > 0;
}

/**
 * Whom a board is about: the unit asked for, else the reader's own (unless all are theirs), else the first whose kind it is for.
 * @throws board.unit; board.noUnit where none may be chosen
 */
export function subjectOf(
  product: Product,
  world: World,
  board: Board,
  unit: string | undefined,
  now: number,
): Unit | null {
  if (board.of === 'district') {
    if (unit !== undefined) throw new HuyingError('board.unit', { board: board.id });
    return null;
  }
  const choices = choicesOf(world, board, now);
  if (choices.length === 0) throw new HuyingError('board.noUnit');
  const chosen =
    unit === undefined ? firstOf(product, world, board, choices, now) : choices.find(({ id }) => id === unit);
  if (chosen === undefined) throw new HuyingError('board.unit', { board: board.id });
  return chosen;
}

function firstOf(product: Product, world: World, board: Board, choices: readonly Unit[], now: number) {
  // Whoever looks at all of them sits in an office that seldom handles anything itself.
  const { post, reach } = world;
  const seesAllUnits = reach.reach === 'cases' && reach.units === 'all';
  const own = seesAllUnits ? undefined : choices.find(({ id }) => id === post?.unit);
  const offered = offeredBy(product, world, board, now);
  return own ?? offered.find((one) => one.board === board.id)?.unit ?? choices[0];
}

/** Whether the reader's numbers are those of everything the board is about. */
export function seesWhole({ reach }: World): boolean {
  return reach.reach === 'cases' && reach.units === 'all' && reach.area === null;
}
