import { describe, expect, it } from 'vitest';
import { disagreementOf } from './statuses.ts';

const standing = { official: 'under-way', evidence: 'part', schedule: 'on-time', disagrees: false } as const;

describe('the three statuses', () => {
  it('agree while the server finds nothing, be they as they may: full evidence of what was said so far is no completion', () => {
    expect(disagreementOf(standing)).toBeUndefined();
    expect(disagreementOf({ ...standing, evidence: 'full' })).toBeUndefined();
    expect(disagreementOf({ ...standing, official: 'done', evidence: 'none' })).toBeUndefined();
  });

  it('contradict where done is said and evidence is lacking, and the lack is named', () => {
    const said = { ...standing, official: 'done', disagrees: true } as const;
    expect(disagreementOf({ ...said, evidence: 'none' })).toBe('promise.doneWithoutEvidence');
    expect(disagreementOf(said)).toBe('promise.doneWithPartEvidence');
    expect(disagreementOf({ ...said, evidence: 'full', schedule: 'late' })).toBe('promise.doneButLate');
  });

  it('are told to contradict where the server finds what has no sentence of its own', () => {
    expect(disagreementOf({ ...standing, disagrees: true })).toBe('promise.statusesDisagree');
  });
});
