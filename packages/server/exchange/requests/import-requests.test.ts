import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withTenant } from '@huying/server/tenant';
import { fakeClock, testDatabase } from '@huying/testing/database';
import { describe, expect, it } from 'vitest';
import { orgOf } from '../../org/index.ts';
import { parametersOf } from '../../parameter/index.ts';
import { importRequests, previewRequests } from './import-requests.ts';
import { openRequests } from './request-source.ts';
import { toyCatalogue, toyServices, toySink } from './toy-import.ts';
import { fileOf, toyAreas, toyHeader, toyMapping, toyRow } from './toy-mapping.ts';

const db = await testDatabase();
const clock = fakeClock('2026-07-01T08:00:00+08:00');
const services = toyServices(db, clock.now);
let districts = 0;
const newDistrict = () => `toy-${++districts}`;

async function sourceOf(rows: readonly string[], mapping: object = toyMapping) {
  const file = await fileOf([toyHeader, ...rows].join('\n'));
  const beside = (name: string, content: object) => writeFile(join(dirname(file), name), JSON.stringify(content));
  await beside('toy.geojson', toyAreas);
  await beside('none.json', { source: '测试', years: [2024], days: [{ date: '2024-01-01', name: '元旦' }] });
  await beside('mapping.json', mapping);
  return openRequests(file, join(dirname(file), 'mapping.json'));
}

describe('importRequests', () => {
  it('makes the district with its calendar, areas, units and matters, and hands on each request in its place', async () => {
    const [tenant, sink] = [newDistrict(), toySink()];
    const mapped = {
      ...toyMapping,
      district: {
        ...toyMapping.district,
        units: { 城管局: { zh: '城管局', en: 'CMB' } },
        parameters: { 'hotline.rankingWeights': { found: 50 } },
      },
    };
    const source = await sourceOf([toyRow(), toyRow({ id: '2', x: '1.5', unit: '', item: '' })], mapped);
    const { review, refused } = await importRequests(services, sink, tenant, source);
    expect([review.imported, refused]).toEqual([2, []]);

    await withTenant(db, tenant, async (tx) => {
      const org = await orgOf({ tx, tenant });
      const unit = org.children(org.root?.id ?? '')[0];
      expect(unit?.name).toEqual({ zh: '城管局', en: 'CMB' });
      const registries = await services.registries.current(tx, tenant, clock.now());
      const [first, second] = [...sink.cases.values()];
      expect(first).toMatchObject({ source: 'toy', unit: unit?.id, matter: '市政.井盖', cell: '00010101' });
      expect(second).toMatchObject({ unit: null, matter: '市政', cell: '00020101' });
      const opened = first?.request.openedAt ?? 0;
      expect(registries.get('topic', '市政.井盖', opened)).toMatchObject({ name: { zh: '井盖' }, parent: '市政' });
      expect(registries.areas(opened).locate(1.5, 0.5)?.street).toBe('0002');
      const parameters = await parametersOf({ tx, tenant }, toyCatalogue);
      expect(parameters.at('hotline.rankingWeights', clock.now())).toEqual({ found: 50 });
      expect(parameters.at('base.calendar', clock.now())).toEqual({
        zone: 'Asia/Shanghai',
        weekend: [6, 7],
        hours: [{ from: '08:00', to: '12:00' }],
        closeOfDay: '12:00',
        years: [{ year: 2024, complete: true, days: [{ date: '2024-01-01', name: '元旦', isOffDay: true }] }],
      });
    });
  });

  it('run again adds only what is new', async () => {
    const [tenant, sink] = [newDistrict(), toySink()];
    await importRequests(services, sink, tenant, await sourceOf([toyRow()]));
    const again = await importRequests(
      services,
      sink,
      tenant,
      await sourceOf([toyRow(), toyRow({ id: '2', unit: '教育局' })]),
    );
    expect(again.review).toMatchObject({ read: 2, imported: 1, skipped: 1, errors: 0 });
    expect(sink.cases.size).toBe(2);
  });

  it('broken off goes on where it was', async () => {
    const [tenant, sink] = [newDistrict(), toySink()];
    const source = await sourceOf(Array.from({ length: 8_001 }, (_, at) => toyRow({ id: `n${at}` })));
    const failing = importRequests(services, sink, tenant, source, () => {
      sink.broken = true;
    });
    await expect(failing).rejects.toThrow('on purpose');
    const kept = sink.cases.size;
    expect(kept).toBeGreaterThanOrEqual(1_000);
    expect(kept).toBeLessThan(8_001);
    sink.broken = false;
    const { review } = await importRequests(services, sink, tenant, source);
    expect(review).toMatchObject({ imported: 8_001 - kept, skipped: kept });
  });

  it('refuses wrong rows with their places and imports the others', async () => {
    const source = await sourceOf([toyRow({ id: '' }), toyRow(), toyRow()]);
    const { review, refused } = await importRequests(services, toySink(), newDistrict(), source);
    expect(review).toMatchObject({ read: 3, imported: 1, errors: 2 });
    expect(refused.map(({ row, problems }) => [row, problems[0]?.column])).toEqual([
      [2, 'id'],
      [4, 'id'],
    ]);
  });

  it('does not touch a district of another zone, nor make one for a mapping that is wrong', async () => {
    const tenant = newDistrict();
    await importRequests(services, toySink(), tenant, await sourceOf([toyRow()]));
    const moved = { ...toyMapping, district: { ...toyMapping.district, zone: 'UTC' } };
    const elsewhere = importRequests(services, toySink(), tenant, await sourceOf([toyRow()], moved));
    await expect(elsewhere).rejects.toMatchObject({ code: 'import.districtDiffers' });
    await expect(sourceOf([toyRow()], { ...toyMapping, time: 1 })).rejects.toMatchObject({ code: 'import.mapping' });
    const aliases = { C: ['D'] };
    const wrong = await sourceOf([toyRow()], { ...toyMapping, areas: { ...toyMapping.areas, aliases } });
    await expect(previewRequests(wrong, 1)).rejects.toMatchObject({ code: 'import.areas' });
  });
});

describe('previewRequests', () => {
  it('shows what would be imported without a database', async () => {
    const { review, first } = await previewRequests(await sourceOf([toyRow()]), 5);
    expect(review).toMatchObject({ read: 1, imported: 1, insideAreas: 1, areaAgreement: 1 });
    expect(first).toMatchObject([{ row: 2, area: 'A', number: '1' }]);
  });
});
