import type { PromiseRow } from '../../client/index.ts';

/** A promise for tests, plain but for what is given. */
export function rowOf(given: Partial<PromiseRow> = {}): PromiseRow {
  return {
    id: '01890000-0000-7000-8000-000000000001',
    number: 'MB-2026-001',
    year: 2026,
    kind: { id: 'task', label: { zh: '重点工作', en: 'Key work' } },
    state: { id: 'open', label: { zh: '推进中', en: 'Under way' } },
    title: '新增公办义务教育学位 3000 个',
    section: null,
    domain: null,
    lead: null,
    leader: null,
    due: '2026-12-31',
    issuedOn: '2026-02-01',
    official: 'under-way',
    saying: { zh: '推进中', en: 'Under way' },
    evidence: 'part',
    schedule: 'on-time',
    light: 'green',
    rate: 0.5,
    expected: 0.5,
    growthPoints: null,
    met: null,
    disagrees: false,
    published: false,
    sparkline: [],
    path: [],
    area: null,
    longitude: null,
    latitude: null,
    weight: 1,
    version: 1,
    ...given,
  };
}
