import { cityTicket } from '@huying/testing/city';
import { describe, expect, it } from 'vitest';
import { amongOptions, amongRecords, atTheirPlaces, type CityMapping, ticketFields, wordTable } from './mapping.ts';

const record = (code: string, zh: string) => ({ code, name: { zh, en: '' } });
const registry = {
  get: (_tree: string, code: string) => (code === 'A01' ? record('A01', '排水管网') : undefined),
  all: () => [record('A01', '排水管网'), record('B01', '其他'), record('C01', '其他')],
} as unknown as Parameters<typeof amongRecords>[0];
const classes = amongRecords(registry, 'demand-class', 0);

const mapping: CityMapping = {
  kinds: { table: { 表扬: 'suggestion' }, recognise: amongOptions({ complaint: '投诉' }) },
  classes: { table: {}, recognise: classes },
  urgencies: { table: { '*': 'ordinary' }, recognise: () => undefined },
};

describe('a word of the city', () => {
  it('is mapped by the table first, then by what it says, then by the line for the rest', () => {
    const codes = (change: object) => {
      const { fields, problems } = ticketFields(cityTicket('A1', change as Record<string, unknown>), mapping);
      return [fields.demandKind, fields.demandClass, fields.urgency, problems.length];
    };
    expect(codes({})).toEqual(['complaint', 'A01', 'ordinary', 0]);
    expect(codes({ kind: '表扬' })).toEqual(['suggestion', 'A01', 'ordinary', 0]);
    expect(codes({ kind: 'complaint', class: 'A01', urgency: undefined })).toEqual(['complaint', 'A01', undefined, 0]);
    expect(codes({ kind: '吐槽' })).toEqual([undefined, 'A01', 'ordinary', 1]);
    expect(codes({ kind: 'constructor', class: '__proto__' })).toEqual([undefined, undefined, 'ordinary', 2]);
  });

  it('that names two records names none', () => {
    expect(classes('其他')).toBeUndefined();
    expect(classes('城乡建设 / 排水管网')).toBe('A01');
  });
});

describe('a ticket of the city', () => {
  it('has a place only where it says one, and keeps a long title within bounds', () => {
    const bare = { address: undefined, longitude: undefined, latitude: undefined, title: '😀'.repeat(100) };
    const { fields } = ticketFields(cityTicket('A1', bare), mapping);
    expect(fields).not.toHaveProperty('place');
    expect([...String(fields.title)]).toHaveLength(80);
  });

  it('is told its problems at its own places', () => {
    const problem = { zh: '', en: '' };
    expect(
      atTheirPlaces([
        { path: '/place/point', ...problem },
        { path: '/phone', ...problem },
      ]),
    ).toMatchObject([{ path: '/address/point' }, { path: '/phone' }]);
  });
});

describe('a table of words', () => {
  it.each([null, [], 'x', 1])('that is none (%j) is empty', (value) => {
    expect(wordTable(value)).toEqual({});
  });

  it('holds words only', () => {
    expect(wordTable({ a: 'b', c: 1, d: null })).toEqual({ a: 'b' });
  });
});
