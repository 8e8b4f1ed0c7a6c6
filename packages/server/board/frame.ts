import {
  type Backwards,
  type Board,
  comparedDays,
  type Days,
  dayBefore,
  type Panel,
  periodWith,
} from '@huying/kit/board';
import { localDateOf } from '@huying/kit/calendar';
import type { Product } from '@huying/kit/compile';
import { HuyingError } from '@huying/kit/error';
import type { Grain, Measure } from '@huying/kit/measure';
import type { World } from '../case/index.ts';
import { type Period, periodsOf } from '../measure/index.ts';
import type { Unit } from '../org/index.ts';

/** A board about to be filled: what it is about, over which days, compared with which. */
export interface Frame {
  readonly board: Board;
  readonly world: World;
  readonly product: Product;
  readonly now: number;
  readonly subject: Unit | null;
  readonly days: Days;
  /** The present day of the district. */
  readonly today: string;
  readonly running: boolean;
  /** The day of the district at an instant. */
  dayOf(at: number): string;
  /** It is a single day, and that day is not over. */
  readonly partial: boolean;
  measure(id: string): Measure;
  /** Since when there are facts of a measure's kind; null before the first. */
  began(measure: Measure): string | null;
  /** The days a measure is compared with; null where there are none, or the number cannot be compared. */
  compared(measure: Measure, back: Backwards): Days | null;
}

/** The days a board is read over: those asked for, else the period it opens with. @throws measure.period for days that are none */
export function daysAsked({ board, world, now }: Pick<Frame, 'board' | 'world' | 'now'>, asked: Partial<Days>): Days {
  const days = daysOf(board, localDateOf(world.calendar, now), asked);
  periodsOf(days);
  return days;
}

export function frameOf(
  given: Pick<Frame, 'board' | 'world' | 'product' | 'now' | 'subject' | 'began'>,
  days: Days,
): Frame {
  const { world, product, now, began } = given;
  const dayOf = (at: number) => localDateOf(world.calendar, at);
  const today = dayOf(now);
  const running = days.from <= today && days.to >= today;
  const measures = new Map(product.measures.map((measure) => [measure.id, measure]));
  return {
    ...given,
    days,
    today,
    dayOf,
    running,
    partial: running && days.from === days.to,
    measure(id) {
      const measure = measures.get(id);
      if (measure === undefined) throw new HuyingError('measure.unknown', { measure: id });
      return measure;
    },
    compared(measure, back) {
      // How many there were on an earlier day of what is known of the present alone nobody can say; and a day that is not over has no match.
      if ('stock' in measure.form && measure.form.until === undefined) return null;
      if (running && days.from === today && measure.fullDays === true) return null;
      const then = comparedDays(days, back, measure.fullDays === true ? dayBefore(today) : today);
      return then !== null && isKnown(began(measure), then) ? then : null;
    },
  };
}

/** Whether all of some days was counted: what was before the first fact nobody kept, and a part of a month is not to be held against a whole one. */
export function isKnown(first: string | null, { from }: Days): boolean {
  return first !== null && from >= first;
}

function daysOf({ reads, opens }: Board, today: string, { from, to }: Partial<Days>): Days {
  if (from !== undefined && to !== undefined) return { from, to };
  if (from !== undefined || to !== undefined) return periodWith(from ?? to ?? today, reads);
  const present = periodWith(today, reads);
  return opens === 'present' ? present : periodWith(dayBefore(present.from), reads);
}

/** What the numbers of a panel that has no rows are of: a breakdown and its value. */
export function aboutOf(
  { board, subject }: Pick<Frame, 'board' | 'subject'>,
  panel: Panel,
): { grain: Grain; value: string } {
  if (subject === null || board.of === 'district') return { grain: 'all', value: '' };
  if ('about' in panel && panel.about === 'place') return { grain: 'street', value: subject.area ?? '' };
  return { grain: 'unit', value: subject.id };
}

/** The period of a board with its name. */
export function namedPeriod(days: Days): Period {
  return periodsOf(days)[0] ?? { ...days, label: `${days.from}/${days.to}` };
}
