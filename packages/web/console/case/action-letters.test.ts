import { describe, expect, it } from 'vitest';
import { actionLetters } from './action-letters.ts';

describe('the letters of actions', () => {
  it('are the first free one of the name, initials first', () => {
    expect(actionLetters(['handled', 'sendBack', 'askExtension', 'askHold', 'askUnit', 'note'])).toEqual({
      handled: 'h',
      sendBack: 's',
      askExtension: 'a',
      askHold: 'o',
      askUnit: 'u',
      note: 'n',
    });
  });

  it('are never those of the page, and never given twice', () => {
    const letters = Object.values(actionLetters(['release', 'redo', 'reopen', 'close', 'callBack', 'confirmFirst']));
    expect(new Set(letters).size).toBe(letters.length);
    expect(letters.some((letter) => ['j', 'k', 'r', 'b', 'g', 'c'].includes(letter))).toBe(false);
  });
});
