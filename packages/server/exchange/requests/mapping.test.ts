import { HuyingError } from '@huying/kit/error';
import { describe, expect, it } from 'vitest';
import { parseHolidays, parseMapping, readJson } from './mapping.ts';
import { fileOf, toyMapping } from './toy-mapping.ts';

function pathsOf(value: unknown, parse: (value: unknown) => unknown = parseMapping): string[] {
  try {
    parse(value);
  } catch (error) {
    if (error instanceof HuyingError) return error.problems.map(({ path }) => path);
    throw error;
  }
  return [];
}

describe('parseMapping', () => {
  it('names the place of everything wrong at once', () => {
    const { columns, ...rest } = toyMapping;
    expect(pathsOf({ ...rest, colums: columns, source: 'No Blanks', values: { status: { a: 'ajar' } } })).toEqual(
      expect.arrayContaining(['/colums', '/columns', '/source', '/values/status/a']),
    );
    expect(pathsOf(null)).toEqual(['']);
    expect(pathsOf([])).toEqual(['']);
  });

  it('refuses zones and time formats that do not exist', () => {
    const time = { format: 'HH:mm', zone: 'Mars/Olympus' };
    expect(pathsOf({ ...toyMapping, time })).toEqual(['/time/format', '/time/zone']);
    expect(pathsOf({ ...toyMapping, district: { ...toyMapping.district, zone: 'Here' } })).toEqual(['/district/zone']);
  });

  it('asks for the meaning of flags, and for both coordinates', () => {
    const { status } = toyMapping.values;
    expect(pathsOf({ ...toyMapping, values: { status } })).toEqual(['/values/onTime']);
    const { latitude: _, ...columns } = toyMapping.columns;
    expect(pathsOf({ ...toyMapping, columns })).toEqual(['/columns']);
  });
});

describe('parseHolidays', () => {
  it('refuses a day outside the years it speaks for', () => {
    const days = [
      { date: '2011-07-04', name: 'Independence Day' },
      { date: '2012-07-04', name: 'Independence Day' },
    ];
    expect(pathsOf({ source: '', years: [2011], days }, parseHolidays)).toEqual(['/days/1/date']);
    expect(pathsOf({ source: '', years: [2011, 2012], days }, parseHolidays)).toEqual([]);
  });
});

describe('readJson', () => {
  it('says that a file is missing or is no JSON', async () => {
    await expect(readJson('/nowhere.json', parseMapping)).rejects.toMatchObject({ code: 'import.fileMissing' });
    await expect(readJson(await fileOf('{"a":'), parseMapping)).rejects.toMatchObject({ code: 'import.notJson' });
    expect(await readJson(await fileOf(`\uFEFF${JSON.stringify(toyMapping)}`), parseMapping)).toEqual(toyMapping);
  });
});
