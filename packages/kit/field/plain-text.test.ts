import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePoints, isPlainText, plainText } from './plain-text.ts';

describe('plain text', () => {
  it('loses NUL, control characters, direction marks and lone surrogates, and keeps the rest', () => {
    expect(plainText('井盖\u0000缺失\u202egnp.exe\u2066\ufeff\u0007')).toBe('井盖缺失gnp.exe');
    expect(plainText('半个\ud83d')).toBe('半个\ufffd');
    expect(plainText('<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
    expect(plainText('家庭👨‍👩‍👧‍👦 𠮷野')).toBe('家庭👨‍👩‍👧‍👦 𠮷野');
  });

  it('has one form for letters that can be written in two, and one line end', () => {
    expect(plainText('Cafe\u0301')).toBe('Café');
    expect(plainText('  一行\r\n二行\r三行\n ')).toBe('一行\n二行\n三行');
  });

  it('is counted in code points', () => {
    expect(codePoints('𠮷野家')).toBe(3);
    expect(codePoints('\ud83d')).toBe(1);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (words) => codePoints(words) === [...words].length));
  });

  it('is left as it is once it is plain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(isPlainText(plainText(words))).toBe(true);
        expect(plainText(plainText(words))).toBe(plainText(words));
      }),
    );
  });
});
