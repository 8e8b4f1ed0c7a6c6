import { expect, it } from 'vitest';
import type { PromiseRecord } from './promise-record.ts';
import { itemFields } from './supervision.ts';

const promise = { id: 'p', number: 'MS-1', title: '改造水管', deliverable: '十公里', leadUnit: 'u' } as PromiseRecord;
const raised = { part: 'due', due: '2026-09-30', because: { zh: '逾期', en: 'late' } } as const;

it('tells an item the sentence of the report and its page', () => {
  const told = itemFields(promise, raised, { words: '改造供水管道10公里。', page: 6 });
  expect(told).toMatchObject({ words: '改造供水管道10公里。', page: 6, promise: 'p', partDue: '2026-09-30' });
});

it('leaves out a page that is not known', () => {
  expect(itemFields(promise, raised, { words: '改造。', page: null })).not.toHaveProperty('page');
  expect(itemFields(promise, raised, undefined)).toMatchObject({ words: '十公里' });
});
