import { describe, expect, it } from 'vitest';
import { disagreementOf } from './statuses.ts';

const standing = { official: 'under-way', evidence: 'part', schedule: 'on-time', disagrees: false } as const;

describe('the three statuses', () => {
  it('agree while work is under way and part of it is evidenced', () => {
    expect(disagreementOf(standing)).toBeUndefined();
  });

  it('contradict where done is said and evidence is lacking, and the lack is named', () => {
    expect(disagreementOf({ ...standing, official: 'done', evidence: 'none' })).toBe('promise.doneWithoutEvidence');
    expect(disagreementOf({ ...standing, official: 'basically-done' })).toBe('promise.doneWithPartEvidence');
  });

  it('contradict where all is evidenced and nobody says so', () => {
    expect(disagreementOf({ ...standing, evidence: 'full' })).toBe('promise.evidencedButNotSaid');
  });

  it('are told to contradict where the server finds what has no sentence of its own', () => {
    expect(disagreementOf({ ...standing, disagrees: true })).toBe('promise.statusesDisagree');
  });

  it('say nothing of what was cancelled with leave', () => {
    expect(disagreementOf({ ...standing, official: 'cancelled', evidence: 'full' })).toBeUndefined();
  });
});
