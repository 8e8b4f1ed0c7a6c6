import { holderOf, theSystem } from '@huying/kit/access';
import type { ActionSpec, CaseType, ClockSpec, MergingSpec } from '@huying/kit/case';
import { choice, number, options, text } from '@huying/kit/field';
import { lostBook, roles } from './lost-book.ts';

const everywhere = ['asked', 'searching', 'awaited', 'found', 'follows', 'closed'];
const desk = holderOf(roles.desk);
const waiting = number('随寻人数', { min: 0, max: 999, integer: true }).required();

const actions: Readonly<Record<string, ActionSpec>> = {
  merge: {
    label: '并入',
    in: ['asked'],
    to: 'follows',
    by: [desk],
    ask: { main: text('主件', { max: 40 }).required() },
  },
  separate: { label: '分开', in: ['follows'], to: 'asked', by: [desk] },
  joined: { label: '并入一件', in: everywhere, by: [theSystem], ask: { waiting } },
  left: { label: '分出一件', in: everywhere, by: [theSystem], ask: { waiting } },
  answered: {
    label: '随主件答复',
    in: ['follows'],
    to: 'closed',
    by: [theSystem],
    ask: {
      result: choice('结果', options({ returned: '已找到', replaced: '已补购' })).required(),
      answer: text('答复读者', { max: 500 }).required(),
    },
    effects: [{ do: 'resultAsked' }],
  },
  unanswered: { label: '恢复单独寻找', in: ['follows'], to: 'asked', by: [theSystem] },
};

const merging: MergingSpec = {
  action: 'merge',
  into: 'main',
  follows: 'follows',
  separate: 'separate',
  joined: 'joined',
  left: 'left',
  answered: 'answered',
  answers: ['returned', 'replaced'],
  unanswered: 'unanswered',
};

/** The toy in which readers who miss the same book are answered together. */
export const sameBook: CaseType = {
  ...lostBook,
  states: { ...lostBook.states, follows: '随寻' },
  owner: { ...lostBook.owner, follows: desk },
  clocks: {
    ...lostBook.clocks,
    whole: { ...lostBook.clocks.whole, runs: ['asked', 'searching', 'found', 'follows'] } as ClockSpec,
  },
  actions: { ...lostBook.actions, ...actions },
  merging,
};
