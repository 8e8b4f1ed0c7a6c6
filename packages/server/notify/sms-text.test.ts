import { describe, expect, it } from 'vitest';
import { smsText } from './sms-text.ts';

describe('a text message', () => {
  it('names what its template asks for', () => {
    expect(smsText('【{district}】您的诉求 {number} 已受理。', { district: '清江区', number: 'HX-1' }, 300)).toBe(
      '【清江区】您的诉求 HX-1 已受理。',
    );
  });

  it('leaves out a line that names something without a value', () => {
    const template = '已受理 {number}。\n预计 {due} 前办结。';
    expect(smsText(template, { number: 'HX-1', due: undefined }, 300)).toBe('已受理 HX-1。');
    expect(smsText(template, { number: 'HX-1', due: '7月3日 18:00' }, 300)).toBe(
      '已受理 HX-1。预计 7月3日 18:00 前办结。',
    );
  });

  it('fills a value in as it is, also one that looks like a template', () => {
    expect(smsText('{answer}', { answer: '{code} $1 \\1', code: '123456' }, 300)).toBe('{code} $1 \\1');
    expect(smsText('{constructor}{__proto__}', {}, 300)).toBe('');
  });

  it('is cut to the longest allowed, by characters and not in the middle of one', () => {
    expect(smsText('{answer}', { answer: '😀'.repeat(100) }, 70)).toBe(`${'😀'.repeat(69)}…`);
    expect(smsText('{answer}', { answer: '字'.repeat(70) }, 70)).toBe('字'.repeat(70));
  });
});
