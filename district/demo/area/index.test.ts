import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chance } from '../chance.ts';
import {
  type Area,
  areaOf,
  areas,
  cells,
  contains,
  frontages,
  metres,
  type Position,
  places,
  roads,
  waters,
} from './index.ts';
import { partition } from './partition.ts';

const level = (name: Area['level']): readonly Area[] => areas.filter((area) => area.level === name);
const district = areas[0] as Area;
const sum = (list: readonly Area[]): number => list.reduce((total, { polygon }) => total + areaOf(polygon), 0);

describe('the demo district', () => {
  it('has 14 streets, 110 communities and about 900 cells with codes of 9, 12 and 15 digits under their parents', () => {
    expect([level('district').length, level('street').length, level('community').length]).toEqual([1, 14, 110]);
    expect(cells.length).toBeGreaterThan(850);
    expect(cells.length).toBeLessThan(950);
    expect(new Set(areas.map(({ code }) => code)).size).toBe(areas.length);
    const digits = { district: 6, street: 9, community: 12, cell: 15 };
    for (const { code, level, parent } of areas) {
      expect(code).toMatch(new RegExp(`^440199\\d{${digits[level] - 6}}$`));
      expect(parent).toBe(level === 'district' ? null : code.slice(0, -3));
    }
  });

  it('gives every area another name in both languages', () => {
    for (const locale of ['zh', 'en'] as const) {
      expect(new Set(areas.map(({ name }) => name[locale])).size).toBe(areas.length);
    }
  });

  it('is tiled by each level: the areas add up to the outline', () => {
    const whole = areaOf(district.polygon);
    expect(whole).toBeGreaterThan(250);
    for (const name of ['street', 'community', 'cell'] as const) {
      expect(Math.abs(sum(level(name)) / whole - 1)).toBeLessThan(0.001);
    }
    for (const street of level('street')) {
      const own = cells.filter(({ code }) => code.startsWith(street.code));
      expect(sum(own)).toBeCloseTo(areaOf(street.polygon), 6);
    }
  });

  it('puts a random point into exactly one cell, community and street, one within the other, or into none outside', () => {
    const source = chance(1);
    let within = 0;
    for (let i = 0; i < 4000; i++) {
      const point: Position = [source.between(113.17, 113.43), source.between(23.01, 23.19)];
      const hits = areas.filter(({ polygon }) => contains(polygon, point)).map(({ code }) => code);
      if (!contains(district.polygon, point)) {
        expect(hits).toEqual([]);
        continue;
      }
      within++;
      expect(hits.length).toBe(4);
      const cell = hits[3] as string;
      expect(hits).toEqual([cell.slice(0, 6), cell.slice(0, 9), cell.slice(0, 12), cell]);
    }
    expect(within).toBeGreaterThan(2000);
  });

  it('is made of simple closed pieces, the outer ring counter-clockwise, with the centre inside', () => {
    for (const { polygon, centre } of areas) {
      expect(polygon.length).toBe(1);
      for (const ring of polygon[0] as (typeof polygon)[0]) {
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(ring[0]).toEqual(ring.at(-1));
      }
      expect(areaOf(polygon)).toBeGreaterThan(0);
      expect(contains(polygon, centre)).toBe(true);
    }
  });

  it('has neighbours that share their border positions exactly, each piece of border once in either direction', () => {
    const walked = new Map<string, number>();
    for (const { polygon } of cells) {
      for (const ring of polygon.flat()) {
        for (let i = 1; i < ring.length; i++) {
          const key = `${ring[i - 1]}>${ring[i]}`;
          walked.set(key, (walked.get(key) ?? 0) + 1);
        }
      }
    }
    expect([...walked.values()].every((times) => times === 1)).toBe(true);
    const outline = new Set<string>();
    for (const ring of district.polygon.flat()) {
      for (let i = 1; i < ring.length; i++) outline.add(`${ring[i - 1]}>${ring[i]}`);
    }
    for (const key of walked.keys()) {
      const [from, to] = key.split('>');
      expect(walked.has(`${to}>${from}`)).toBe(!outline.has(key));
    }
  });

  it('lets its river cross it from west to east along the border of streets', () => {
    const [river] = waters;
    const line = river?.line as readonly Position[];
    expect((line.at(-1) as Position)[0] - (line[0] as Position)[0]).toBeGreaterThan(0.2);
    const banks = level('street').filter(({ polygon }) =>
      polygon.flat(2).some((corner) => line.some((point) => metres(corner, point) < 60)),
    );
    expect(banks.length).toBeGreaterThan(6);
  });

  it('names 220 roads and about 400 places, once each, with points inside the cells they state', () => {
    expect(roads.length).toBe(220);
    expect(places.length).toBeGreaterThanOrEqual(400);
    expect(new Set(roads.map(({ name }) => name.zh)).size).toBe(220);
    expect(new Set(places.map(({ name }) => name.zh)).size).toBe(places.length);
    const polygonOf = new Map(cells.map(({ code, polygon }) => [code, polygon]));
    for (const { cell, point } of [...places, ...frontages]) {
      expect(contains(polygonOf.get(cell) ?? [], point)).toBe(true);
    }
    expect(new Set(frontages.map(({ cell }) => cell)).size).toBeGreaterThan(0.9 * cells.length);
  });

  it('is drawn the same each time and on every machine', () => {
    expect(partition().areas).toEqual(areas);
    const drawn = createHash('sha256').update(JSON.stringify(areas)).digest('hex');
    expect(drawn).toBe('505bd6a4a28c6e58dbdb3ea55e37e9e64b8c454b53e3e74e5946cc22ea208709');
  });
});
