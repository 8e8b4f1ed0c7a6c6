import { describe, expect, it } from 'vitest';
import { piecesOf } from './marked-pieces.ts';

const shown = (text: string, marks: readonly string[]) =>
  piecesOf(text, marks)
    .map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece))
    .join('');

describe('what was searched for, in a text', () => {
  it('is marked wherever it stands, whatever the size of its letters', () => {
    expect(shown('路灯不亮，路灯坏', ['路灯'])).toBe('[路灯]不亮，[路灯]坏');
    expect(shown('小区WiFi慢', ['wifi'])).toBe('小区[WiFi]慢');
  });

  it('is one mark where several overlap or touch', () => {
    expect(shown('清江大道路灯', ['大道路', '道路灯'])).toBe('清江[大道路灯]');
    expect(shown('路灯电梯', ['路灯', '电梯'])).toBe('[路灯电梯]');
  });

  it('leaves the text as it is where there is nothing to mark', () => {
    expect(shown('路灯', [])).toBe('路灯');
    expect(shown('路灯', ['', '电梯'])).toBe('路灯');
    expect(piecesOf('', ['路灯'])).toEqual([]);
    expect(shown('İstanbul', ['istanbul'])).toBe('İstanbul');
  });
});
