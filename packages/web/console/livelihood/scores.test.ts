import { expect, it } from 'vitest';
import { wholeScores } from './scores.ts';

it('counts an empty box as nobody, and nobody at all as no evaluation', () => {
  expect(wholeScores({ '5': 12, '3': null })).toEqual({ '5': 12, '4': 0, '3': 0, '2': 0, '1': 0 });
  expect(wholeScores({ '1': 0 })).toBeUndefined();
  expect(wholeScores({})).toBeUndefined();
});
