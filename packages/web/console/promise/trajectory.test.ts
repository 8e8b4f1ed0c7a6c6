import { describe, expect, it } from 'vitest';
import { continued, linesOfCourse } from './trajectory.ts';

const box = { width: 120, height: 50, margin: 0 };
const year = Array.from({ length: 12 }, (_, at) => (at + 1) / 12);

describe('the drawing of a course', () => {
  it('begins at nothing and leads to all at the end of the year', () => {
    const { path, whole } = linesOfCourse({ path: year, actual: [], forecast: null }, box);
    expect(path.split(' ')[0]).toBe('0,50');
    expect(path.split(' ').at(-1)).toBe('120,0');
    expect(whole).toBe(0);
  });

  it('has no line where nothing is known', () => {
    const { actual, last } = linesOfCourse({ path: year, actual: [0.1, null, 0.2, 0.3], forecast: null }, box);
    expect(actual).toEqual(['0,50 10,45', '30,40 40,35']);
    expect(last).toEqual({ x: 40, y: 35 });
  });

  it('goes on dotted from the last known point to the forecast, and not beyond the end', () => {
    const lines = linesOfCourse({ path: year, actual: [0.1, 0.2], forecast: 1 }, box);
    expect(lines.forecast).toBe('20,40 120,0');
    expect(linesOfCourse({ path: year, actual: year, forecast: 1 }, box).forecast).toBe('');
    expect(linesOfCourse({ path: year, actual: [], forecast: 1 }, box).forecast).toBe('');
  });

  it('draws what is done threefold at the top and leaves the rest its height', () => {
    const lines = linesOfCourse({ path: year, actual: [3], forecast: null }, box);
    expect(lines.last).toEqual({ x: 10, y: 0 });
    expect(lines.whole).toBe(10);
  });

  it('draws less than nothing as nothing', () => {
    expect(linesOfCourse({ path: year, actual: [-0.4], forecast: null }, box).last).toEqual({ x: 10, y: 50 });
  });
});

describe('going on as it goes', () => {
  it('takes the pace from the beginning of the year to the last known part', () => {
    expect(continued([0.1, 0.25, null], 12)).toBeCloseTo(1.5);
    expect(continued([0, 0], 12)).toBe(0);
  });

  it('says nothing before anything is known', () => {
    expect(continued([null, null], 12)).toBeNull();
    expect(continued([], 12)).toBeNull();
  });
});
