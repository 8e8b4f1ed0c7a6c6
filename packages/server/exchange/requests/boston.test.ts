import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fakeClock, testDatabase } from '@huying/testing/database';
import { describe, expect, it } from 'vitest';
import { importRequests, previewRequests } from './import-requests.ts';
import { parseHolidays, parseMapping, readJson } from './mapping.ts';
import { openRequests, rowsOf } from './request-source.ts';
import { toyServices, toySink } from './toy-import.ts';

const root = join(import.meta.dirname, '../../../..');
const file = join(root, '../shared/data/requests/boston-2011-jul-oct.csv.gz');
const mappingFile = join(root, 'district/boston-2011/mapping.json');
const there = existsSync(file);
const onlyThere = there ? '' : ' (skipped: ../shared/data/requests is not there)';

/** The facts published with the file. */
const facts = {
  read: 41_827,
  errors: 0,
  fallbackPoints: 3_395,
  insideAreas: 38_418,
  areaAgreement: expect.closeTo(0.975, 3),
  onTimeRecomputed: 33_356,
  onTimeMismatches: 0,
};

describe('the mapping of Boston', () => {
  it('and its holidays are well formed', async () => {
    const mapping = await readJson(mappingFile, parseMapping);
    const holidays = await readJson(
      join(root, 'district/boston-2011', mapping.district.calendar.holidays),
      parseHolidays,
    );
    expect(holidays.days.filter(({ date }) => date.startsWith('2011-'))).toHaveLength(13);
  });

  it.skipIf(!there)(`reproduces the published counts${onlyThere}`, async () => {
    const source = await openRequests(file, mappingFile);
    const { review } = await previewRequests(source, 0);
    expect(review).toEqual({ ...facts, imported: 41_827, skipped: 0 });
  });

  it.skipIf(!there)(`keeps what was open, closed and overdue${onlyThere}`, async () => {
    const seen = { open: 0, closed: 0, openOverdue: 0, closedBeforeOpened: 0 };
    for await (const read of rowsOf(await openRequests(file, mappingFile))) {
      if ('problems' in read) continue;
      const { status, onTime, openedAt, closedAt } = read.request;
      seen[status]++;
      if (status === 'open' && onTime === false) seen.openOverdue++;
      if (closedAt !== null && closedAt < openedAt) seen.closedBeforeOpened++;
    }
    expect(seen).toEqual({ open: 2_459, closed: 39_368, openOverdue: 2_284, closedBeforeOpened: 0 });
  });
});

describe.skipIf(!there)(`Boston as a district${onlyThere}`, async () => {
  const db = await testDatabase();
  const services = toyServices(db, fakeClock('2026-07-01T08:00:00-04:00').now);

  it('is imported once, with a unit for each department and a cell for each polygon', async () => {
    const sink = toySink();
    const source = await openRequests(file, mappingFile);
    const { review } = await importRequests(services, sink, 'boston', source);
    expect(review).toEqual({ ...facts, imported: 41_827, skipped: 0 });
    const cases = [...sink.cases.values()];
    expect(new Set(cases.map((one) => one.unit)).size).toBe(11);
    expect(cases.filter((one) => one.cell !== null)).toHaveLength(38_418);
    expect(new Set(cases.map((one) => one.matter)).size).toBe(134);
    const again = await importRequests(services, sink, 'boston', source);
    expect(again.review).toEqual({ ...facts, imported: 0, skipped: 41_827 });
  });
});
