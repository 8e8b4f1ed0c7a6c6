import { describe, expect, it } from 'vitest';
import { areas, DISTRICT_CODE } from '../area/index.ts';
import { demandItems, matters } from '../matters/index.ts';
import { units } from '../org/index.ts';
import { dutiesFor, dutyRules, takenBack } from './index.ts';

const streets = areas.filter(({ level }) => level === 'street').map(({ code }) => code);
const unitCodes = new Set(units.map(({ code }) => code));
const known = new Set([...demandItems.map(({ code }) => code), ...matters.map(({ id }) => id)]);

describe('the duty list', () => {
  it('speaks only of matters, areas and units that exist', () => {
    for (const { matters, areas, lead, assisting } of dutyRules) {
      for (const matter of matters) expect(known).toContain(matter);
      for (const area of areas) expect([DISTRICT_CODE, ...streets]).toContain(area);
      for (const unit of [lead, ...assisting]) expect(unitCodes).toContain(unit);
      expect(assisting).not.toContain(lead);
    }
    expect(new Set(dutyRules.map(({ code }) => code)).size).toBe(dutyRules.length);
  });

  it('has a line without condition for every demand item and matter on every street, but for thanks and others', () => {
    const without = [...known].filter((matter) =>
      streets.some((street) => !dutiesFor([matter], street).some(({ condition }) => condition === undefined)),
    );
    expect(without).toEqual(['1505', '1506']);
  });

  it('has no line that earlier ones hide altogether', () => {
    const reached = new Set<string>();
    for (const street of streets) {
      for (const matter of known) {
        for (const { code, condition } of dutiesFor([matter], street)) {
          reached.add(code);
          if (condition === undefined) break;
        }
      }
    }
    expect(dutyRules.filter(({ code }) => !reached.has(code))).toEqual([]);
  });

  it('gives a collapsed road in a town to the road office, its potholes to the town', () => {
    const town = `${DISTRICT_CODE}100`;
    expect(dutiesFor(['1409', 'matter:06013'], town)[0]?.lead).toBe('szs');
    expect(dutiesFor(['0401', 'matter:06013'], town)[0]?.lead).toBe('baitang');
  });

  it('asks the police about loud music at night and the street by day', () => {
    const [street = ''] = streets;
    expect(dutiesFor(['0302'], street).map(({ lead }) => lead)).toEqual(['gaj', 'yundu']);
  });

  it('never gives a street what was taken back from streets', () => {
    const streetUnits = new Set(units.filter(({ area }) => area !== undefined).map(({ code }) => code));
    for (const { matters, by } of takenBack) {
      expect(unitCodes).toContain(by);
      for (const matter of matters) {
        expect(known).toContain(matter);
        for (const { matters, lead } of dutyRules)
          if (matters.includes(matter)) expect(streetUnits.has(lead)).toBe(false);
      }
    }
  });
});
