import { describe, expect, it } from 'vitest';
import { placedOf, sitesPlaced } from './placed.ts';
import { rowOf } from './sample-row.ts';

const site = { id: 's', name: '三小', longitude: 113.3, latitude: 23.1, hasEvidence: false };

describe('what is put on the map', () => {
  it('is only what has a place', () => {
    expect(placedOf(rowOf())).toEqual([]);
    expect(placedOf(rowOf({ longitude: 113, latitude: 23 }))).toHaveLength(1);
    expect(sitesPlaced(rowOf(), [{ ...site, latitude: null }])).toEqual([]);
  });

  it('tells its class by shape, its light by colour, and is hollow without evidence', () => {
    const project = rowOf({
      kind: { id: 'project', label: { zh: '重点项目', en: 'Key project' } },
      longitude: 113,
      latitude: 23,
      evidence: 'none',
      light: 'red',
    });
    expect(placedOf(project)).toMatchObject([{ shape: 'square', light: 'red', hollow: true }]);
    expect(placedOf({ ...project, evidence: 'part' })).toMatchObject([{ hollow: false }]);
  });

  it('shows a site under the light of its promise, hollow by its own evidence', () => {
    const row = rowOf({ light: 'yellow', evidence: 'full' });
    expect(sitesPlaced(row, [site])).toMatchObject([{ light: 'yellow', hollow: true, to: `/promises/${row.id}` }]);
  });
});
