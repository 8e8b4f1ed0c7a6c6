import { HuyingError, problemOf, type Words } from '@huying/kit/error';
import { countsFrom, type Day, dueOf } from '@huying/kit/promise';
import type { HeldPost } from '../../org/index.ts';
import { timeOf } from '../core/indicator-row.ts';
import type { PromiseWorld } from '../core/promise-world.ts';
import type { Figure } from './figure.store.ts';
import { lastDayOf, type Month } from './month.ts';

/** Who keeps the district's figures: enters any, freezes months, corrects what is frozen, tells when a figure may be known. */
export const STATISTICIAN = 'statistician';
/** In a unit: who fills in what it is asked. */
const FILL = ['unit-clerk', 'unit-head', 'handler'];
/** Who may ask units for figures. */
const ASK = ['statistician', 'supervisor', 'report-editor'];

/** What the acting person may do with figures. The program itself may do everything. */
export interface FigureHand {
  readonly post: HeldPost | null;
  readonly keeps: boolean;
  readonly asks: boolean;
  /** The figure is asked of a unit they are of: what they enter is the unit's own word, else it is the statistician's. */
  isOwn(figure: Pick<Figure, 'askedUnit'>): boolean;
  /** Whether the figure is theirs to fill in. */
  fills(figure: Pick<Figure, 'askedUnit'>): boolean;
}

/** @throws org.postRequired for whoever acts in no post */
export function figureHand(world: PromiseWorld, acts: 'system' | 'person' | 'partner' | 'public'): FigureHand {
  if (acts === 'system') return { post: null, keeps: true, asks: true, isOwn: () => true, fills: () => true };
  const { post, org } = world;
  if (post === undefined) throw new HuyingError('org.postRequired');
  const keeps = post.role === STATISTICIAN;
  const isOwn = ({ askedUnit }: Pick<Figure, 'askedUnit'>) => askedUnit !== null && org.isWithin(post.unit, askedUnit);
  return {
    post,
    keeps,
    asks: ASK.includes(post.role),
    isOwn,
    fills: (figure) => keeps || (FILL.includes(post.role) && isOwn(figure)),
  };
}

/** Why a figure cannot be entered by this hand; null where it can. The same words grey the cell and refuse the sheet. */
export function barredBy(hand: FigureHand, figure: Figure, month: Month, frozen: boolean): Words | null {
  if (figure.measure !== null) {
    return { zh: '由系统按业务数据自动取数，无需填报。', en: 'The system counts it itself; it need not be entered.' };
  }
  if (!hand.fills(figure)) return { zh: '不由本单位填报。', en: 'It is not asked of your unit.' };
  const { start, due } = periodOf(figure);
  if (lastDayOf(month) < start) {
    const early = new HuyingError('promise.outsidePeriod', { day: lastDayOf(month), label: figure.label, start, due });
    return sentencesOf(early);
  }
  if (frozen && !hand.keeps) {
    return {
      zh: '本期数据已冻结，更正请联系统计员。',
      en: 'The period is frozen; ask the statistician to correct it.',
    };
  }
  return null;
}

/** From which day to which values count for a figure's path. */
export function periodOf(figure: Figure): { readonly start: Day; readonly due: Day } {
  const time = timeOf(figure);
  const path =
    figure.shape === 'points'
      ? { shape: figure.shape, points: figure.points ?? [] }
      : { shape: figure.shape, start: figure.start ?? time.start, due: figure.due ?? time.due };
  return { start: countsFrom(path), due: dueOf(path) };
}

/** An error of the catalogue as a cell tells it: what is wrong, and what to do. */
export function sentencesOf(error: HuyingError): Words {
  const [zh, en] = [problemOf(error, 'zh'), problemOf(error, 'en')];
  return { zh: `${zh.detail}${zh.remedy}`, en: `${en.detail} ${en.remedy}` };
}
