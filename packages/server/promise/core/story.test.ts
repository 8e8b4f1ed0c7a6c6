import { addLink } from '@huying/server/link';
import { testDatabase } from '@huying/testing/database';
import { refusalOf } from '@huying/testing/district';
import { type PromiseDistrict, promiseDistrict } from '@huying/testing/promise';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let at: PromiseDistrict;
let id = '';
let ticket = '';
beforeAll(async () => {
  at = await promiseDistrict(db, { now: '2026-07-01T09:00:00+08:00' });
  const { district, operations } = at;
  ticket = (await district.open()).id;
  id = (await at.promise({ tasks: [{ title: '开挖', due: '2026-07-03' }] })).id;
  const candidate = district.services.id();
  const [bulletin, snapshot] = [district.services.id(), district.services.id()];
  await district.inside(async (ctx) => {
    const { tx, tenant } = ctx;
    await tx.run(
      `insert into candidate (tenant, id, year, title, domain, content, source, state, promise, version, created_by, created_at)
       values ($1, $2, 2026, '改造水管', '住建', '改造', 'calls', 'official', $3, 1, '甲', now())`,
      [tenant, candidate, id],
    );
    await addLink(ctx, 'origin', { kind: 'case', id: ticket }, { kind: 'candidate', id: candidate });
    await addLink(ctx, 'origin', { kind: 'candidate', id: candidate }, { kind: 'promise', id });
    await tx.run(
      `insert into snapshot (tenant, id, kind, year, as_of, taken_at, content, digest)
       values ($1, $2, 'appendix', 2026, '2026-07-01', now(), $3, decode(repeat('00', 32), 'hex'))`,
      [tenant, snapshot, JSON.stringify({ rows: [{ promise: id }] })],
    );
    await tx.run(
      `insert into bulletin (tenant, id, kind, year, issue, document, title, state, snapshot, words, issued_at, version, created_by, created_at)
       values ($1, $2, 'appendix', 2026, 1, '清府〔2026〕1号', '完成情况附件', 'issued', $3, '{}', now(), 1, '甲', now())`,
      [tenant, bulletin, snapshot],
    );
  });
  await district.run('waterClerk', operations.addEvidence, { id, kind: 'record', words: '施工记录' });
  await district.run('verifier', operations.verify, { id, method: 'site', result: 'true' });
  district.at('2026-07-04 00:00');
  await at.fire();
});

const story = (who: 'supervisor' | 'statistician' | 'deputy') => at.district.run(who, at.operations.story, { id });

describe('the story of a promise', () => {
  it('walks from the call over candidate, promise, evidence and look to the raised item and the appendix row', async () => {
    const { steps, hidden } = await story('supervisor');
    expect(steps.map(({ kind }) => kind)).toEqual([
      'call',
      'candidate',
      'promise',
      'duty',
      'duty',
      'evidence',
      'verification',
      'item',
      'appendix',
    ]);
    expect(hidden).toBe(0);
    expect(steps[0]).toMatchObject({ id: ticket, to: `/cases/${ticket}` });
  });

  it('tells no more than the reader may see, and counts what it hides', async () => {
    const seen = await story('statistician');
    expect(seen.steps.map(({ kind }) => kind)).not.toContain('call');
    expect(seen.hidden).toBe(2);
    expect(await refusalOf(story('deputy'))).toBe('promise.unknown');
    await at.district.run('supervisor', at.operations.publish, { id, published: true });
    const outside = await story('deputy');
    expect(outside.steps.map(({ kind }) => kind)).toEqual(['candidate', 'promise', 'duty', 'duty']);
    expect(outside.hidden).toBe(5);
  });
});
