import { describe, expect, it } from 'vitest';
import type { RevisionView } from '../../client/index.ts';
import { agreedRows } from './agreed-rows.ts';

const untouched = {
  title: '新增公办学位',
  deliverable: '新增公办义务教育学位 3000 个',
  measure: null,
  due: '2026-12-31',
  original: { title: null, deliverable: null, measure: null, due: null },
  indicators: [],
  revisions: [],
};

const revision: RevisionView = {
  id: 'r1',
  what: 'due',
  label: { zh: '完成时限', en: 'Due' },
  old: '2026-09-30',
  new: '2026-12-31',
  reason: '用地批复推迟',
  state: 'approved',
  congress: false,
  authority: '区政府常务会议',
  meeting: '第 12 次',
  document: null,
  effectiveFrom: '2026-08-01',
  askedBy: '甲',
  askedAt: '2026-07-20T02:00:00Z',
  decidedBy: '乙',
  decidedAt: '2026-07-30T02:00:00Z',
};

describe('what was agreed', () => {
  it('is the same in both columns where nothing was revised', () => {
    expect(agreedRows(untouched).map(({ what, original, present }) => [what, original, present])).toEqual([
      ['deliverable', '新增公办义务教育学位 3000 个', '新增公办义务教育学位 3000 个'],
      ['due', '2026-12-31', '2026-12-31'],
    ]);
  });

  it('keeps what was first promised beside what is in force, with the leave for it', () => {
    const rows = agreedRows({
      ...untouched,
      original: { ...untouched.original, due: '2026-09-30' },
      revisions: [revision],
    });
    expect(rows.find(({ what }) => what === 'due')).toMatchObject({
      original: '2026-09-30',
      present: '2026-12-31',
      changes: [revision],
    });
  });

  it('counts no revision that was refused or still waits', () => {
    for (const state of ['asked', 'refused'] as const) {
      const rows = agreedRows({ ...untouched, revisions: [{ ...revision, state }] });
      expect(rows.flatMap(({ changes }) => changes)).toEqual([]);
    }
  });
});
