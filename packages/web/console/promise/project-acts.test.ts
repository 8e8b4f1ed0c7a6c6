import { expect, it } from 'vitest';
import type { ProjectDetail, PromiseView } from '../../client/index.ts';
import { projectActs } from './project-acts.ts';

const view = { id: 'p' } as PromiseView;
const blocker = { id: 'b', words: '征地未完成', due: '2026-08-01', clearedOn: null, version: 4 };
const detail = (may: readonly string[], more: object = {}) =>
  ({ blockers: [blocker], sites: [{ id: 's', no: 1, name: '一号楼' }], may, ...more }) as unknown as ProjectDetail;
const keysOf = (project: ProjectDetail) => projectActs(view, project, (text) => text).map(({ key }) => key);

it('offers what the reader may tell of a project, and nothing there is no object for', () => {
  expect(keysOf(detail([]))).toEqual([]);
  expect(keysOf(detail(['blocker', 'permit']))).toEqual(['blocker', 'permit']);
  expect(keysOf(detail(['blocker', 'permit', 'plan']))).toEqual(['blocker', 'moveBlocker', 'stage', 'permit']);
  expect(keysOf(detail(['permit', 'plan'], { blockers: [], sites: [] }))).toEqual(['stage']);
});

it('holds a blocker against its own version, a stage against that of the promise', () => {
  const acts = projectActs(view, detail(['plan', 'permit']), (text) => text);
  const sent = (key: string, answers: Record<string, string>) => acts.find((one) => one.key === key)?.sent(answers);
  expect(sent('moveBlocker', { blocker: 'b', due: '2026-08-09', reason: '雨季' })).toEqual([
    { path: '/api/projects/blockers/b/move', body: { due: '2026-08-09', reason: '雨季' }, version: 4 },
  ]);
  expect(sent('stage', { stage: 'started', planned: '2026-08-09' })).toEqual([
    { path: '/api/projects/p/stages/started', body: { planned: '2026-08-09' } },
  ]);
  expect(sent('permit', { site: 's', kind: '施工许可' })).toEqual([
    { path: '/api/projects/p/sites/s/permits', body: { kind: '施工许可' }, version: null },
  ]);
});
