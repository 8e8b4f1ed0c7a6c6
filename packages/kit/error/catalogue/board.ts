import type { CatalogueArea } from '../catalogue-area.ts';

export const boardErrors = {
  'board.unknown': {
    status: 404,
    zh: '没有名为 {board} 的看板。',
    en: 'There is no board {board}.',
    remedyZh: '请从看板清单中选择。',
    remedyEn: 'Choose one from the list of boards.',
  },
  'board.notYours': {
    status: 403,
    zh: '您的岗位不能查看看板 {board}。',
    en: 'Your post does not see the board {board}.',
    remedyZh: '请以看板面向的岗位登录，或从看板清单中另选。',
    remedyEn: 'Sign in with a post the board is for, or choose another from the list.',
  },
  'board.unit': {
    status: 422,
    zh: '看板 {board} 不能按这个单位查看。',
    en: 'The board {board} cannot be read for this unit.',
    remedyZh: '请直接打开看板，需要时从上方列出的单位中选择。',
    remedyEn: 'Open the board without a unit; where it is about one, choose from those listed at its top.',
  },
  'board.noUnit': {
    status: 404,
    zh: '这个看板没有您可以查看的单位。',
    en: 'This board is about no unit that you may look at.',
    remedyZh: '请从看板清单中另选一个看板。',
    remedyEn: 'Choose another from the list of boards.',
  },
} as const satisfies CatalogueArea;
