import { describe, expect, it } from 'vitest';
import { currentValue } from './observation.ts';
import { observed } from './promise.fixture.ts';

const value = (...args: Parameters<typeof currentValue>) => currentValue(...args)?.value ?? null;

describe('the current value', () => {
  const march = observed('2027-03-31', 30);
  it('is the latest observed by the day; none is null', () => {
    const all = [observed('2027-04-30', 41), march];
    expect(value(all, 'beds', '2027-04-29')).toBe(30);
    expect(value(all, 'beds', '2027-04-30')).toBe(41);
    expect(value(all, 'beds', '2027-03-30')).toBeNull();
    expect(value(all, 'cribs', '2027-12-31')).toBeNull();
  });
  it('of one day: verified before counted before said, final before provisional, later before earlier', () => {
    const said = observed('2027-03-31', 35, { at: march.at + 5000 });
    const counted = observed('2027-03-31', 33, { source: 'system' });
    const verified = observed('2027-03-31', 29, { source: 'verified' });
    const settled = observed('2027-03-31', 34, { standing: 'final' });
    expect(value([march, said], 'beds', '2027-04-01')).toBe(35);
    expect(value([said, settled], 'beds', '2027-04-01')).toBe(34);
    expect(value([said, counted], 'beds', '2027-04-01')).toBe(33);
    expect(value([verified, counted, said], 'beds', '2027-04-01')).toBe(29);
    expect(value([verified, counted, said], 'beds', '2027-04-01', ['self'])).toBe(35);
  });
  it('a corrected one is out, and so is what the correction was corrected by', () => {
    const wrong = observed('2027-04-30', 400);
    const right = observed('2027-04-30', 40, { corrects: wrong.id, at: wrong.at + 1 });
    const again = observed('2027-03-31', 38, { corrects: right.id, at: wrong.at + 2 });
    expect(value([wrong, right], 'beds', '2027-05-01')).toBe(40);
    expect(value([march, wrong, right, again], 'beds', '2027-05-01')).toBe(38);
  });
  it('what the unit says stays what it says when another corrects it', () => {
    const other = observed('2027-03-31', 28, { source: 'verified', corrects: march.id });
    expect(value([march, other], 'beds', '2027-05-01')).toBe(28);
    expect(value([march, other], 'beds', '2027-05-01', ['self'])).toBe(30);
  });
});
