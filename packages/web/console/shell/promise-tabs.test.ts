import { describe, expect, it } from 'vitest';
import { isOfPromises, promiseTabsOf, seesPromises } from './promise-tabs.tsx';

const namesOf = (role: string) => promiseTabsOf(role).map(({ to }) => to);

describe('the pages of promises', () => {
  it('are none for those who look after the system', () => {
    for (const role of ['system-admin', 'security-admin', 'duty-editor', '']) {
      expect(seesPromises(role)).toBe(false);
      expect(namesOf(role)).toEqual([]);
    }
  });

  it('are for a leader all but the entering of figures', () => {
    expect(namesOf('district-leader')).not.toContain('/figures');
    expect(namesOf('district-leader')).toHaveLength(8);
  });

  it('are for a unit its figures and no leader’s board', () => {
    expect(namesOf('unit-clerk')).toContain('/figures');
    expect(namesOf('unit-clerk')).not.toContain('/promises/board');
  });

  it('are for a deputy the year and the livelihood projects', () => {
    expect(namesOf('deputy')).toEqual(['/promises', '/livelihood']);
  });

  it('are told by their address, a plan among the reports', () => {
    expect(isOfPromises('/promises/0189')).toBe(true);
    expect(isOfPromises('/plans/0189')).toBe(true);
    expect(isOfPromises('/projectsx')).toBe(false);
    expect(isOfPromises('/work')).toBe(false);
  });
});
