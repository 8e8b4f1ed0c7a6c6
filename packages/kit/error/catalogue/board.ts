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
    remedyZh: '请从看板上方列出的单位中选择。',
    remedyEn: 'Choose one of the units listed at the top of the board.',
  },
} as const satisfies CatalogueArea;
