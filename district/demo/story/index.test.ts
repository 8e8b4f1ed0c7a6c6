import { describe, expect, it } from 'vitest';
import { areas, contains, places } from '../area/index.ts';
import { demandItems, filingConditions } from '../matters/index.ts';
import { units } from '../org/index.ts';
import { casePlan, hotSpots, mondayOf, type PlannedCase, storyDays } from './index.ts';
import { voices } from './voices.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Wednesday 2026-07-01, 10:00 in Shanghai. */
const ANCHOR = Date.UTC(2026, 6, 1, 2);
const plan = casePlan(1, ANCHOR, 60_000);
const share = (of: readonly PlannedCase[], test: (planned: PlannedCase) => boolean): number =>
  of.filter(test).length / of.length;
const localHour = ({ at }: PlannedCase): number => new Date(at + 8 * HOUR).getUTCHours();
const first = mondayOf(ANCHOR) - 52 * 7 * DAY;
const days = storyDays(first, 53 * 7);
const dayOf = ({ at }: PlannedCase): (typeof days)[number] =>
  days[Math.floor((at - first) / DAY)] as (typeof days)[number];
/** Cases a day on the days of one sort over cases a day on the others. */
const ratio = (of: readonly PlannedCase[], sort: (day: (typeof days)[number]) => boolean): number => {
  const chosen = days.filter(sort).length;
  const inside = of.filter((planned) => sort(dayOf(planned))).length;
  return inside / chosen / ((of.length - inside) / (days.length - chosen));
};

describe('the plan of a year of cases', () => {
  it('is the same for the same seed and week, whatever the hour of the first start', () => {
    const again = casePlan(1, ANCHOR + 2 * DAY, 3000);
    expect(again).toEqual(casePlan(1, ANCHOR, 3000));
    expect(casePlan(2, ANCHOR, 3000)).not.toEqual(again);
  });

  it('holds the number asked for, in order of arrival, over 52 weeks and the anchor’s own', () => {
    expect(plan.length).toBe(60_000);
    expect(mondayOf(ANCHOR)).toBe(Date.UTC(2026, 5, 28, 16));
    plan.forEach((planned, i) => {
      if (planned.index !== i || planned.at < (plan[i - 1]?.at ?? first)) throw new Error(`case ${i} is out of order`);
    });
    expect(plan.at(-1)?.at).toBeLessThan(first + 53 * 7 * DAY);
    expect(plan.at(-1)?.at).toBeGreaterThan(first + 52 * 7 * DAY);
  });

  it('refers only to codes that exist, with points inside their cells', () => {
    const areaOf = new Map(areas.map((area) => [area.code, area]));
    const items = new Set(demandItems.map(({ code }) => code));
    const conditions = new Map(filingConditions.map((condition) => [condition.code, condition.matter]));
    const unitCodes = new Set(units.map(({ code }) => code));
    const spots = new Set(hotSpots.map(({ code }) => code));
    for (const planned of plan) {
      const cell = areaOf.get(planned.cell);
      const sound =
        cell?.level === 'cell' &&
        cell.parent === planned.community &&
        planned.community.startsWith(planned.street) &&
        contains(cell.polygon, planned.point) &&
        items.has(planned.demand) &&
        (planned.condition === undefined || conditions.get(planned.condition) === planned.matter) &&
        (planned.likelyUnit === undefined || unitCodes.has(planned.likelyUnit)) &&
        (planned.hotSpot === undefined || spots.has(planned.hotSpot));
      if (!sound) throw new Error(`case ${planned.index} refers to something that does not exist`);
    }
  });

  it('speaks for every demand item in phrases that are all filled', () => {
    expect(voices.map(({ item }) => item).sort()).toEqual(demandItems.map(({ code }) => code).sort());
    for (const { text, address, title } of plan) {
      if (/[{}]|undefined|。。|号号|[,?:()]/.test(text + address + title) || text.length < 6)
        throw new Error(`bad words: ${text}`);
    }
    expect(new Set(plan.map(({ text }) => text)).size).toBeGreaterThan(45_000);
  });

  it('calls from made-up numbers, some without a name, some again and again', () => {
    const byPhone = new Map<string, number>();
    for (const { caller } of plan) {
      expect(caller.phone).toMatch(caller.anonymous ? /^$/ : /^13[89]0000\d{4}$/);
      if (!caller.anonymous) byPhone.set(caller.phone, (byPhone.get(caller.phone) ?? 0) + 1);
    }
    expect(share(plan, ({ caller }) => caller.anonymous)).toBeCloseTo(0.05, 1);
    expect(Math.max(...byPhone.values())).toBeGreaterThan(20);
  });
});

describe('its rhythm', () => {
  it('is busiest in the morning, quiet before dawn; noise is for the night', () => {
    expect(share(plan, (planned) => localHour(planned) >= 9 && localHour(planned) < 11)).toBeGreaterThan(0.12);
    expect(share(plan, (planned) => localHour(planned) >= 2 && localHour(planned) < 5)).toBeLessThan(0.015);
    const building = plan.filter(({ demand }) => demand === '0301');
    expect(share(building, (planned) => localHour(planned) >= 21 || localHour(planned) < 2)).toBeGreaterThan(0.4);
  });

  it('has heavy Mondays, light Sundays and a silent Spring Festival', () => {
    expect(ratio(plan, ({ weekday }) => weekday === 1)).toBeGreaterThan(1.15);
    expect(ratio(plan, ({ weekday }) => weekday === 7)).toBeLessThan(0.8);
    expect(ratio(plan, ({ springFestival }) => springFestival === 0)).toBeLessThan(0.6);
  });

  it('follows the weather: storms bring floods and fallen trees, heat brings power cuts', () => {
    const of = (...items: string[]): readonly PlannedCase[] => plan.filter(({ demand }) => items.includes(demand));
    expect(days.filter(({ weather }) => weather.storm).length).toBeGreaterThan(4);
    expect(ratio(of('0508', '1404'), ({ weather }) => weather.storm)).toBeGreaterThan(15);
    expect(ratio(of('0503'), ({ weather }) => weather.high >= 34)).toBeGreaterThan(2);
    expect(ratio(of('0301', '0302'), ({ month }) => month >= 5 && month <= 10)).toBeGreaterThan(1.4);
  });

  it('knows the seasons of people: wages before Spring Festival, fireworks around it, school places in summer', () => {
    const of = (item: string): readonly PlannedCase[] => plan.filter(({ demand }) => demand === item);
    expect(ratio(of('0701'), ({ springFestival: d }) => d < 0 && d >= -40)).toBeGreaterThan(2);
    expect(ratio(of('1406'), ({ springFestival: d }) => Math.abs(d) <= 8)).toBeGreaterThan(8);
    expect(ratio(of('0801'), ({ month }) => month >= 5 && month <= 8)).toBeGreaterThan(2.5);
  });

  it('hears of sixty places again and again', () => {
    expect(hotSpots.length).toBe(60);
    expect(new Set(hotSpots.map(({ place }) => place)).size).toBe(60);
    const known = new Set(places.map(({ code }) => code));
    for (const { place } of hotSpots) expect(known).toContain(place);
    expect(share(plan, ({ hotSpot }) => hotSpot !== undefined)).toBeCloseTo(0.12, 2);
  });
});

describe('its tempers', () => {
  const within = (value: number, low: number, high: number): void => {
    expect(value).toBeGreaterThan(low);
    expect(value).toBeLessThan(high);
  };
  const handled = plan.filter(({ temper }) => !temper.firstContact && !temper.declined);

  it('keep the shares of the trade', () => {
    within(
      share(plan, ({ temper }) => temper.firstContact),
      0.2,
      0.24,
    );
    within(
      share(plan, ({ temper }) => temper.declined),
      0.015,
      0.025,
    );
    within(
      share(handled, ({ temper }) => temper.sendBacks > 0),
      0.035,
      0.055,
    );
    within(
      share(handled, ({ temper }) => temper.extensions > 0),
      0.05,
      0.07,
    );
    within(
      share(handled, ({ temper }) => temper.rework),
      0.04,
      0.06,
    );
    within(
      share(
        handled.filter(({ temper }) => temper.satisfied !== null),
        ({ temper }) => temper.satisfied === false,
      ),
      0.045,
      0.08,
    );
  });

  it('make some units late more often than others', () => {
    const late = (unit: string): number =>
      share(
        handled.filter(({ likelyUnit }) => likelyUnit === unit),
        ({ temper }) => temper.pace > 1,
      );
    within(late('zjj'), 0.1, 0.2);
    within(late('gaj'), 0.01, 0.05);
    within(
      share(handled, ({ temper }) => temper.pace > 1),
      0.04,
      0.1,
    );
  });

  it('let nothing happen to what was answered at once or declined', () => {
    for (const { temper } of plan) {
      if (!temper.firstContact && !temper.declined) continue;
      expect([temper.sendBacks, temper.extensions, temper.rework, temper.urges, temper.satisfied]).toEqual([
        0,
        0,
        false,
        0,
        null,
      ]);
      expect(temper.pace).toBeLessThan(1);
    }
  });
});
