import { testDatabase } from '@huying/testing/database';
import { type PersonName, type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { insertVerification } from '../core/record.store.ts';
import { type BulletinOperations, bulletinOperations } from './index.ts';
import { type SmallYear, smallYear } from './year.fixture.ts';

const db = await testDatabase();
let strangers: Strangers;
let papers: BulletinOperations;
let year: SmallYear;
beforeAll(async () => {
  strangers = await strangersOf(db);
  papers = bulletinOperations(strangers.here.services);
  year = await smallYear(strangers.here);
});

const draft = (kind: 'bulletin' | 'letter' | 'ranking' | 'memo', unit?: string) => {
  const { here } = strangers;
  const input = { kind, year: 2026, asOf: year.asOf, ...(unit === undefined ? {} : { unit }) };
  return here.run('reportEditor', papers.draft, input);
};
const issued = async (kind: 'bulletin' | 'letter' | 'ranking' | 'memo', unit?: string) => {
  const { id, version } = await draft(kind, unit);
  await strangers.here.run('leader', papers.issue, { id, version });
  return { id, version: version + 1 };
};
const OTHERS: readonly PersonName[] = [
  'operator',
  'waterHead',
  'waterClerk',
  'auditor',
  'statistician',
  'deputy',
  'systemAdmin',
];

describe('drafting', () => {
  it('is for those the district names, one at a time and for all units at once', async () => {
    const input = { kind: 'memo', year: 2026, asOf: year.asOf } as const;
    const { tries, outsiders } = strangers;
    for (const who of ['supervisor', 'reportEditor'] as const)
      expect(await tries(who, papers.draft, input)).toBe('done');
    for (const who of [...OTHERS, 'leader'] as const) {
      expect([who, await tries(who, papers.draft, input)]).toEqual([who, 'bulletin.notYours']);
      expect([who, await tries(who, papers.draftLetters, { year: 2026, asOf: year.asOf })]).toEqual([
        who,
        'bulletin.notYours',
      ]);
    }
    expect(new Set(await outsiders('supervisor', papers.draft, input))).toEqual(new Set(['bulletin.notYours']));
    expect(new Set(await outsiders('supervisor', papers.draftLetters, { year: 2026 }))).toEqual(
      new Set(['bulletin.notYours']),
    );
  });
});

describe('a draft', () => {
  it('is seen, changed and taken again by those who work on papers only', async () => {
    const { tries, outsiders } = strangers;
    const { id, version } = await draft('memo');
    const words = { reasons: {}, paragraphs: [] };
    for (const who of OTHERS) {
      expect([who, await tries(who, papers.read, { id })]).toEqual([who, 'bulletin.unknown']);
      expect([who, await tries(who, papers.document, { id, format: 'pdf' })]).toEqual([who, 'bulletin.unknown']);
      expect([who, await tries(who, papers.amend, { id, version, words })]).toEqual([who, 'bulletin.unknown']);
      expect([who, await tries(who, papers.retake, { id, version })]).toEqual([who, 'bulletin.unknown']);
    }
    expect(await tries('leader', papers.read, { id })).toBe('done');
    expect(await tries('leader', papers.amend, { id, version, words })).toBe('bulletin.notYours');
    expect(await tries('leader', papers.retake, { id, version })).toBe('bulletin.notYours');
    expect(await tries('supervisor', papers.amend, { id, version, words })).toBe('done');
    expect(await tries('supervisor', papers.retake, { id, version: version + 1 })).toBe('done');
    for (const operation of [papers.read, papers.amend, papers.retake] as const) {
      const input = { id, version, words } as never;
      expect(new Set(await outsiders('supervisor', operation as typeof papers.read, input)).has('done')).toBe(false);
    }
  });

  it('is signed by whom the district names', async () => {
    const { tries, outsiders } = strangers;
    const { id, version } = await draft('memo');
    for (const who of ['supervisor', 'reportEditor'] as const) {
      expect(await tries(who, papers.issue, { id, version })).toBe('bulletin.notYours');
    }
    for (const who of OTHERS) expect(await tries(who, papers.issue, { id, version })).toBe('bulletin.unknown');
    expect(new Set(await outsiders('leader', papers.issue, { id, version }))).toEqual(new Set(['bulletin.unknown']));
    expect(await tries('leader', papers.issue, { id, version })).toBe('done');
  });
});

describe('an issued paper', () => {
  it('is read within the government, and outside of it once it is public', async () => {
    const { here, tries, outsiders } = strangers;
    const { id, version } = await issued('memo');
    for (const who of ['waterHead', 'auditor', 'statistician', 'congressOfficer'] as const) {
      expect([who, await tries(who, papers.read, { id })]).toEqual([who, 'done']);
    }
    expect(await tries('deputy', papers.read, { id })).toBe('bulletin.unknown');
    expect(await here.run('deputy', papers.list, {})).toMatchObject({ items: [] });
    expect(new Set(await outsiders('waterHead', papers.read, { id }))).toEqual(new Set(['bulletin.unknown']));
    expect(new Set(await outsiders('leader', papers.publish, { id, version, basis: '会议' }))).toEqual(
      new Set(['bulletin.unknown']),
    );
    for (const who of ['supervisor', 'reportEditor'] as const) {
      expect(await tries(who, papers.publish, { id, version, basis: '区政府常务会议' })).toBe('bulletin.notYours');
    }
    expect(await tries('waterHead', papers.publish, { id, version, basis: '会议' })).toBe('bulletin.notYours');
    expect(await tries('leader', papers.publish, { id, version, basis: '区政府常务会议' })).toBe('done');
    expect(await tries('deputy', papers.read, { id })).toBe('done');
    expect((await here.run('deputy', papers.list, {})).items).toHaveLength(1);
    // The last of them is the public, for whom it is now.
    expect(await outsiders('waterHead', papers.read, { id })).toEqual([...Array(4).fill('bulletin.unknown'), 'done']);
  });

  it('is corrected by those who make papers', async () => {
    const { tries, outsiders } = strangers;
    const { id } = await issued('memo');
    const input = { id, table: 'memo', row: year.ids[0] ?? '', column: 'what', new: '另行商定', reason: '笔误' };
    for (const who of ['leader', 'waterHead', 'auditor'] as const) {
      expect([who, await tries(who, papers.correct, input)]).toEqual([who, 'bulletin.notYours']);
    }
    expect(await tries('supervisor', papers.correct, input)).toBe('done');
    expect(new Set(await outsiders('supervisor', papers.correct, input))).toEqual(new Set(['bulletin.unknown']));
  });

  it('is never published where it is a letter, and read by its unit alone', async () => {
    const { here, tries } = strangers;
    const { id, version } = await issued('letter', here.units.water);
    expect(await tries('leader', papers.publish, { id, version, basis: '会议' })).toBe('bulletin.kind');
    expect(await tries('waterHead', papers.read, { id })).toBe('done');
    expect(await tries('westHead', papers.read, { id })).toBe('bulletin.unknown');
    expect(await tries('westHead', papers.document, { id, format: 'docx' })).toBe('bulletin.unknown');
    expect((await here.run('westHead', papers.list, { kind: 'letter' })).items).toEqual([]);
  });
});

describe('a ranking', () => {
  it('is internal until somebody approved its publication', async () => {
    const { here, tries, outsiders } = strangers;
    for (const who of ['leader', 'supervisor', 'auditor'] as const) {
      expect(await here.run(who, papers.performance, { year: 2026 })).toMatchObject({ as: 'live' });
    }
    for (const who of ['waterHead', 'deputy', 'operator'] as const) {
      expect([who, await tries(who, papers.performance, { year: 2026 })]).toEqual([who, 'bulletin.notYours']);
    }
    const { id, version } = await issued('ranking');
    expect(await tries('waterHead', papers.read, { id })).toBe('bulletin.unknown');
    expect(await tries('waterHead', papers.performance, { year: 2026 })).toBe('bulletin.notYours');
    await here.run('leader', papers.publish, { id, version, basis: '区委批准' });
    expect(await here.run('waterHead', papers.performance, { year: 2026 })).toMatchObject({ as: 'published' });
    expect(await tries('deputy', papers.read, { id })).toBe('done');
    expect(await outsiders('supervisor', papers.performance, { year: 2026 })).toEqual([
      ...Array(4).fill('bulletin.notYours'),
      'done',
    ]);
  });

  it('is neither made nor signed by a person who verified what it ranks, whatever the post', async () => {
    const { here, tries } = strangers;
    const before = await draft('ranking');
    const { account, id: post } = here.posts.supervisor;
    const verifiedBy = async (who: string | null) =>
      here.inside((ctx) =>
        insertVerification(ctx.tx, ctx.tenant, {
          id: ctx.id(),
          promise: year.ids[0] ?? '',
          task: null,
          site: null,
          indicator: 'amount',
          observation: null,
          method: 'site',
          result: 'true',
          value: null,
          words: null,
          verifiedBy: '核查人',
          account: who,
          post,
          at: ctx.now,
        }),
      );
    await verifiedBy(account);
    const input = { kind: 'bulletin', year: 2026, asOf: year.asOf } as const;
    expect(await tries('supervisor', papers.draft, { ...input, kind: 'ranking' })).toBe('bulletin.verifier');
    expect(await tries('supervisor', papers.draft, input)).toBe('bulletin.verifier');
    expect(await tries('supervisor', papers.draft, { ...input, ranking: false })).toBe('done');
    expect(await tries('reportEditor', papers.draft, input)).toBe('done');
    await verifiedBy(here.posts.leader.account);
    expect(await tries('leader', papers.issue, { id: before.id, version: before.version })).toBe('bulletin.verifier');
  });
});

describe('a plan as a document', () => {
  it('is refused to whoever may not read the plan', async () => {
    const { tries, outsiders } = strangers;
    const input = { plan: '01890000-0000-7000-8000-000000000000', format: 'docx' } as const;
    expect(await tries('reportEditor', papers.planDocument, input)).toBe('report.planUnknown');
    expect(new Set(await outsiders('reportEditor', papers.planDocument, input)).has('done')).toBe(false);
  });
});
