import type { OfficialDocument } from '@huying/kit/document';
import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, refusalOf, testDistrict } from '@huying/testing/district';
import { figureCourse } from '@huying/testing/figures';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectOperations } from '../project/index.ts';
import { type BulletinOperations, bulletinOperations } from './index.ts';
import { type SmallYear, smallYear } from './year.fixture.ts';

const db = await testDatabase();
let district: CaseDistrict;
let papers: BulletinOperations;
let year: SmallYear;
beforeAll(async () => {
  district = await testDistrict(db);
  papers = bulletinOperations(district.services);
  year = await smallYear(district);
});

const made = (kind: 'bulletin' | 'appendix' | 'projects', asOf = year.asOf) =>
  district.run('reportEditor', papers.draft, { kind, year: 2026, asOf });
const read = (id: string) => district.run('supervisor', papers.read, { id });
const tablesOf = ({ document }: { readonly document: unknown }) => {
  const { body, annexes } = document as OfficialDocument;
  return [...body, ...annexes.flatMap((annex) => annex.body)].flatMap((block) =>
    block.block === 'table' ? [block.table] : [],
  );
};

describe('a bulletin', () => {
  it('is frozen with its digest, and each of its cells says what it rests on', async () => {
    const { id } = await made('bulletin');
    const view = await read(id);
    expect(view).toMatchObject({ state: 'draft', number: null, whole: true, discrepancies: [] });
    expect(view.digest).toMatch(/^[0-9a-f]{64}$/);
    const all = tablesOf(view).find((table) => table.id === 'all');
    expect(all?.rows).toHaveLength(year.ids.length);
    for (const row of all?.rows ?? []) {
      for (const cell of row.cells) expect(cell.grounds.length).toBeGreaterThan(0);
    }
    const value = all?.rows[0]?.cells.find(({ words }) => words === '5个');
    expect(value?.grounds[0]).toMatchObject({ kind: 'observation', of: year.ids[0] });
  });

  it('keeps its figures when the world moves on, and takes them again when asked', async () => {
    const { id } = await made('bulletin');
    const before = await read(id);
    await district.inside(({ tx }) => tx.run("update promise set title = title || '（修）' where tenant = '440199'"));
    expect((await read(id)).digest).toBe(before.digest);
    await district.run('reportEditor', papers.retake, { id, version: before.version });
    const after = await read(id);
    expect(after.digest).not.toBe(before.digest);
    expect(after.version).toBe(before.version + 1);
  });

  it('is numbered without gaps in the order of signing, dated on the day it is signed, and no longer changes', async () => {
    const [one, two] = [await made('projects'), await made('projects')];
    await district.run('leader', papers.issue, { id: two.id, version: two.version });
    await district.run('leader', papers.issue, { id: one.id, version: one.version });
    const [first, second] = [await read(two.id), await read(one.id)];
    expect([first.number, second.number]).toEqual(['项目进度〔2026〕第1期', '项目进度〔2026〕第2期']);
    expect((first.document as OfficialDocument).signature?.day).toBe('2026-07-01');
    expect((first.document as OfficialDocument).draft).toBe(false);
    const again = district.run('reportEditor', papers.amend, {
      id: one.id,
      version: second.version,
      words: { reasons: {}, paragraphs: [] },
    });
    expect(await refusalOf(again)).toBe('bulletin.issued');
  });

  it('lets one of two people who decide at once through, and tells the other', async () => {
    const { id, version } = await made('appendix');
    const tries = await Promise.all([1, 2].map(() => refusalOf(district.run('leader', papers.issue, { id, version }))));
    expect(tries.sort()).toEqual(['bulletin.changed', 'done']);
  });

  it('is not made as of a day that has not come, nor of a year without promises', async () => {
    expect(await refusalOf(made('bulletin', '2026-07-02'))).toBe('bulletin.future');
    expect(
      await refusalOf(district.run('supervisor', papers.draft, { kind: 'bulletin', year: 2024, asOf: '2026-06-30' })),
    ).toBe('bulletin.nothing');
  });

  it('lists a correction to an earlier issue in the next, once', async () => {
    const first = await made('bulletin', '2026-05-31');
    await district.run('leader', papers.issue, { id: first.id, version: first.version });
    const at = { id: first.id, table: 'all', row: year.ids[0] ?? '', column: 'value' };
    expect(
      await refusalOf(
        district.run('supervisor', papers.correct, { ...at, column: 'nothing', new: '6个', reason: '误录' }),
      ),
    ).toBe('bulletin.place');
    await district.run('supervisor', papers.correct, { ...at, new: '6个', reason: '误录' });
    const second = await made('bulletin');
    const corrections = tablesOf(await read(second.id)).find(({ id }) => id === 'corrections');
    expect(corrections?.rows[0]?.cells.map(({ words }) => words).slice(2)).toEqual([
      '全部事项一览第1行“完成”',
      '—',
      '6个',
      '误录',
    ]);
    await district.run('leader', papers.issue, { id: second.id, version: second.version });
    const third = await made('bulletin', '2026-07-01');
    expect(tablesOf(await read(third.id)).some(({ id }) => id === 'corrections')).toBe(false);
  });

  it('tells what turned since the issue before', async () => {
    const third = await made('bulletin', '2026-07-01');
    const { body } = (await read(third.id)).document as OfficialDocument;
    const words = body.flatMap((block) =>
      block.block === 'paragraph' ? [block.runs.map((run) => run.words).join('')] : [],
    );
    expect(words.some((line) => line.startsWith('黄灯转红灯0项'))).toBe(true);
    expect(words.some((line) => line.startsWith('连续三期红灯'))).toBe(true);
  });

  it('becomes public no sooner than the statistics office releases the figures in it', async () => {
    const { id } = await made('bulletin');
    await district.run('leader', papers.issue, { id, version: 1 });
    const publish = () => district.run('leader', papers.publish, { id, version: 2, basis: '区政府常务会议' });
    const released = (releasedOn: string) =>
      district.run('statistician', projectOperations(district.services).release, {
        period: 'quarter',
        start: '2026-04-01',
        releasedOn,
      });
    expect(await refusalOf(publish())).toBe('bulletin.unreleased');
    await released('2026-07-18');
    expect(await refusalOf(publish())).toBe('bulletin.unreleased');
    await released('2026-07-01');
    expect(await refusalOf(publish())).toBe('done');
  });

  it('without economic figures waits for nobody', async () => {
    const { id } = await made('projects', '2026-06-28');
    await district.run('leader', papers.issue, { id, version: 1 });
    expect(await refusalOf(district.run('leader', papers.publish, { id, version: 2, basis: '会议' }))).toBe('done');
  });

  it('is refused where its parts do not sum, with the difference', async () => {
    // As published in Ninghai in 2021: one item with a hundred ballots fewer than the others.
    await district.inside(async ({ tx, id }) => {
      for (const [at, satisfied] of [95, 195, 195].entries()) {
        await tx.run(
          `insert into evaluation (tenant, id, promise, by_whom, counts, grade, held_on, entered_by, at)
           values ('440199', $1, $2, 'deputies', $3, 'satisfied', '2026-06-20', '人大', now())`,
          [id(), year.ids[[0, 4, 3][at] ?? 0], JSON.stringify({ members: 240, satisfied, basically: 27, not: 0 })],
        );
      }
    });
    const { id, version } = await made('appendix', '2026-06-29');
    const { discrepancies } = await read(id);
    expect(discrepancies).toMatchObject([{ at: '测评票数', rule: 'ballot-identity', difference: -100 }]);
    expect(await refusalOf(district.run('leader', papers.issue, { id, version }))).toBe('bulletin.unreconciled');
    expect((await read(id)).state).toBe('draft');
  });
});

describe('letters', () => {
  it('are drafted to every unit that is behind, and go to that unit alone', async () => {
    const { letters } = await district.run('supervisor', papers.draftLetters, { year: 2026, asOf: year.asOf });
    expect(letters.length).toBeGreaterThan(1);
    const views = await Promise.all(letters.map(({ id }) => read(id)));
    const water = views.find((view) => view.unit?.id === district.units.water);
    expect(water?.title).toContain('督办函');
    await district.run('leader', papers.issue, { id: water?.id ?? '', version: water?.version ?? 1 });
    expect((await district.run('waterHead', papers.read, { id: water?.id ?? '' })).number).toBe('督函〔2026〕1号');
    expect(await refusalOf(district.run('westHead', papers.read, { id: water?.id ?? '' }))).toBe('bulletin.unknown');
  });
});

describe('what is only followed', () => {
  it('stands under its own word in the sum of lights, and not among what has no data', async () => {
    const { promise } = await figureCourse(db, district);
    const indicators = [{ name: 'value', label: '客流', unit: '万人次', every: 'month' as const }];
    await promise({ kind: 'indicator', title: '客流量', indicators });
    const { document, discrepancies } = await read((await made('bulletin', '2026-06-27')).id);
    expect(discrepancies).toEqual([]);
    const summary = (document as OfficialDocument).body.flatMap((block) =>
      block.block === 'paragraph' ? [block.runs.map(({ words }) => words).join('')] : [],
    );
    expect(summary.some((words) => words.includes('跟踪1项'))).toBe(true);
    const all = tablesOf({ document }).find(({ id }) => id === 'all');
    expect(all?.rows.find(({ cells }) => cells[2]?.words.includes('客流量'))?.cells.at(-1)?.words).toBe('跟踪');
  });
});
