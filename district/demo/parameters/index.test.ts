import { describe, expect, it } from 'vitest';
import { units } from '../org/index.ts';
import { parameters } from './index.ts';

const settingOf = (name: string): unknown => parameters.find((parameter) => parameter.name === name)?.value;

describe('the parameters', () => {
  it('are named once, area and matter, with titles in both languages', () => {
    expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
    for (const { name, title } of parameters) {
      expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
      expect(title.zh).toMatch(/\p{Script=Han}/u);
      expect(title.en).toMatch(/^[A-Z]/);
    }
  });

  it('start safe: nothing public, the caller hidden, no dispatch by itself', () => {
    expect([settingOf('ranking.public'), settingOf('map.public'), settingOf('caller.hiddenFromReported')]).toEqual([
      false,
      false,
      true,
    ]);
    expect(settingOf('routing.dispatchesAbove')).toBeGreaterThan(1);
  });

  it('make a working day of eight hours', () => {
    const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
    const hours = settingOf('calendar.workingHours') as readonly (readonly [string, string])[];
    expect(hours.reduce((sum, [from, to]) => sum + minutes(to) - minutes(from), 0)).toBe(480);
  });

  it('let joint meetings be held by offices that exist', () => {
    const [offices] = settingOf('dispute.jointMeeting') as readonly (readonly string[])[];
    const codes = units.map(({ code }) => code);
    for (const office of offices ?? []) expect(codes).toContain(office);
  });
});
