import { describe, expect, it } from 'vitest';
import { demandClasses, demandItems, demandKinds, filingConditions, matterClasses, matters } from './index.ts';

const limitText = /^([1-9]\d*)(紧急)?工作[时日]$/;

describe('matters', () => {
  it('carries the seventeen lines of published practice with their limits', () => {
    const limitsOf = (matter: string): readonly string[] =>
      filingConditions
        .filter((c) => c.matter === matter && c.basis === 'practice')
        .map((c) => c.stages.map((s) => s.limit).join('→'));
    expect(limitsOf('component:01002')).toEqual(['2紧急工作时', '4工作时', '2工作日', '5工作日']);
    expect(limitsOf('matter:06001')).toEqual(['2紧急工作日', '15工作日']);
    const single = {
      '06010': '4工作时',
      '06012': '2工作时',
      '06013': '5工作日',
      '06020': '2紧急工作时',
      '06026': '2工作日',
      '07001': '1工作日',
      '08001': '2紧急工作时',
      '08004': '2工作时',
      '09001': '2紧急工作时',
      '09005': '2紧急工作时',
      '09006': '2紧急工作时',
      '09010': '2工作时',
    };
    for (const [code, limit] of Object.entries(single)) expect(limitsOf(`matter:${code}`)).toEqual([limit]);
    expect(limitsOf('component:01057')).toEqual(['1紧急工作时→5工作日']);
  });

  it('files each matter under a known class, with one condition or more, each in limits that can be read', () => {
    const classes = new Set(matterClasses.map(({ kind, code }) => `${kind}:${code}`));
    for (const matter of matters) {
      expect(matter.id).toBe(`${matter.kind}:${matter.code}`);
      expect(classes).toContain(`${matter.kind}:${matter.code.slice(0, 2)}`);
      expect(matter.conditions.length).toBeGreaterThan(0);
    }
    const ids = new Set(matters.map(({ id }) => id));
    for (const condition of filingConditions) {
      expect(ids).toContain(condition.matter);
      for (const { limit } of condition.stages) expect(limit).toMatch(limitText);
    }
    expect(new Set(filingConditions.map(({ code }) => code)).size).toBe(filingConditions.length);
  });

  it('maps demand items to conditions of the matter they name', () => {
    expect(demandClasses.length).toBeGreaterThanOrEqual(14);
    expect(demandItems.length).toBeGreaterThan(110);
    expect(new Set(demandItems.map(({ code }) => code)).size).toBe(demandItems.length);
    const conditions = new Map(filingConditions.map((condition) => [condition.code, condition]));
    const mapped = demandItems.filter(({ matter }) => matter !== undefined);
    expect(mapped.length).toBeGreaterThan(40);
    for (const { matter, condition } of mapped) expect(conditions.get(condition as string)?.matter).toBe(matter);
  });

  it('names everything in both languages', () => {
    for (const { name } of [
      ...matters,
      ...matterClasses,
      ...demandClasses,
      ...demandItems,
      ...demandKinds,
      ...filingConditions,
    ]) {
      expect(name.zh).toMatch(/\p{Script=Han}/u);
      expect(name.en).toMatch(/^[A-Z][\x20-\x7e²]+$/);
    }
  });
});
