import { describe, expect, it } from 'vitest';
import { at, driven, shanghai, signed } from './clock.fixture.ts';
import { lightOf } from './light.ts';
import { parseLimit } from './limit-text.ts';
import { pauseClock, resumeClock, startClock, stopClock } from './step.ts';

const start = (local: string, text: string, counting: 'seconds' | 'dates' = 'seconds') =>
  startClock(shanghai, { at: at(local), limit: parseLimit(text, counting).limit, basis: signed });

describe('the light of an open clock', () => {
  it.each([
    ['2024-03-01 08:00:00', 'green'],
    ['2024-03-01 11:59:59', 'green'],
    ['2024-03-01 12:00:00', 'yellow'],
    ['2024-03-01 15:00:00.999', 'yellow'],
    ['2024-03-01 15:00:01', 'red'],
    ['2024-03-09 00:00:00', 'red'],
  ])('of five working hours since 08:00 is, at %s, %s', (now, light) => {
    expect(lightOf(start('2024-03-01 08:00', '5工作时').state, shanghai, at(now))).toBe(light);
  });

  it.each([
    ['2024-02-19 23:59:59', 'green'],
    ['2024-02-20 17:59:59', 'green'],
    ['2024-02-20 18:00:00', 'yellow'],
    ['2024-02-21 18:00:00', 'yellow'],
    ['2024-02-21 18:00:01', 'red'],
  ])('of five working days as dates from 2024-02-08 is, at %s, %s', (now, light) => {
    expect(lightOf(start('2024-02-08 15:00', '5工作日', 'dates').state, shanghai, at(now))).toBe(light);
  });

  it('of one working day as a date turns yellow on that day, not on the day of receipt', () => {
    const { state } = start('2024-03-01 15:00', '1工作日', 'dates');
    // 80 % of eight working hours of Monday the 4th.
    expect(lightOf(state, shanghai, at('2024-03-04 16:23:59'))).toBe('green');
    expect(lightOf(state, shanghai, at('2024-03-04 16:24:00'))).toBe('yellow');
  });

  it('turns yellow where the district says', () => {
    const { state } = start('2024-03-01 08:00', '4工作时');
    expect(lightOf(state, shanghai, at('2024-03-01 10:00'), { yellow: 0.5 })).toBe('yellow');
    expect(lightOf(state, shanghai, at('2024-03-01 09:59:59'), { yellow: 0.5 })).toBe('green');
  });
});

describe('the light of a clock at rest', () => {
  const now = at('2024-03-20 09:00');

  it('is paused, unless it was late before', () => {
    const paused = (local: string) =>
      driven(start('2024-03-01 08:00', '4工作时'), (s) => pauseClock(s, { at: at(local), why: '挂账' })).state;
    expect(lightOf(paused('2024-03-01 12:00:00'), shanghai, now)).toBe('paused');
    expect(lightOf(paused('2024-03-01 13:00:00'), shanghai, now)).toBe('red');
  });

  it('is done or late by the moment it stopped', () => {
    const stopped = (local: string) =>
      driven(start('2024-03-01 08:00', '4工作时'), (s) => stopClock(s, shanghai, { at: at(local), outcome: '办结' }))
        .state;
    expect(lightOf(stopped('2024-03-01 12:00:00'), shanghai, now)).toBe('done');
    expect(lightOf(stopped('2024-03-01 12:00:01'), shanghai, now)).toBe('late');
  });

  it('is done when it stopped in a pause that began in time, however long that was', () => {
    const { state } = driven(
      start('2024-03-01 08:00', '4工作时'),
      (s) => pauseClock(s, { at: at('2024-03-01 10:00'), why: '核查' }),
      (s) => stopClock(s, shanghai, { at: now, outcome: '办结' }),
    );
    expect(lightOf(state, shanghai, now)).toBe('done');
  });

  it('goes on where it was', () => {
    const { state } = driven(
      start('2024-03-01 08:00', '5工作时'),
      (s) => pauseClock(s, { at: at('2024-03-01 11:00'), why: '挂账' }),
      (s) => resumeClock(s, shanghai, { at: at('2024-03-20 08:00') }),
    );
    expect(lightOf(state, shanghai, at('2024-03-20 08:59:59'))).toBe('green');
    expect(lightOf(state, shanghai, at('2024-03-20 09:00:00'))).toBe('yellow');
  });
});
