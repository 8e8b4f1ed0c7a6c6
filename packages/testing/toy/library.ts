import { defineApp, defineParameter } from '@huying/kit/app';
import { english } from './library.en.ts';
import { lostBook, roles } from './lost-book.ts';

const limit = (name: string, label: string, value: string) =>
  defineParameter({ name, label, kind: 'limit', default: value, editableBy: 'head' });

/** The app of the toy case type. */
export const library = defineApp({
  id: 'library',
  name: '图书馆',
  roles,
  parameters: [
    defineParameter({
      name: 'library.wholeLimits',
      label: '全程时限',
      kind: 'limits',
      default: { atlas: '10工作日', '*': '5工作日' },
      editableBy: 'head',
    }),
    limit('library.searchLimit', '寻找时限', '8工作时'),
    limit('library.decideLimit', '审批时限', '4工作时'),
    defineParameter({
      name: 'library.sendBackAtMost',
      label: '退回最多次数',
      kind: 'number',
      default: 2,
      min: 0,
      max: 9,
      editableBy: 'head',
    }),
    defineParameter({
      name: 'library.waitDaysAtMost',
      label: '等待最长天数',
      kind: 'number',
      default: 90,
      min: 1,
      max: 366,
      editableBy: 'head',
    }),
  ],
  cases: [lostBook],
  english,
});
