import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addGrams, gramsWanted } from './grams.ts';
import { plainNumber, plainWords } from './plain-words.ts';
import { readQuery } from './query.ts';
import { decodeSlots, encodeSlots, inAll, inAny } from './slots.ts';
import { spelled } from './syllables.ts';

const gramsOf = (words: string) => {
  const grams = new Set<string>();
  addGrams(plainWords(words), grams);
  return [...grams];
};

describe('pieces', () => {
  it('are pairs of characters, threes of letters and digits, and what is left at the end', () => {
    expect(gramsOf('路灯坏')).toEqual(['路灯', '灯坏', '坏']);
    expect(gramsOf('WiFi')).toEqual(['wif', 'ifi', 'fi', 'i']);
    expect(gramsOf('3号楼，12栋')).toEqual(['3号', '号楼', '楼', '12栋', '2栋', '栋']);
  });

  it('wanted of words are in every text that holds them', () => {
    const text = fc.string({ unit: fc.constantFrom(...'路灯井盖3号a1 ，B'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, (before, words, after) => {
        const grams = gramsOf(before + words + after);
        // What stands between is between only if it is still there: the words must be found as they are written in the text.
        fc.pre(plainWords(before + words + after).includes(plainWords(words)) && plainWords(words) !== '');
        const wanted = gramsWanted(plainWords(words));
        for (const gram of wanted.grams) expect(grams).toContain(gram);
        for (const start of wanted.starts) expect(grams.some((gram) => gram.startsWith(start))).toBe(true);
        expect(wanted.grams.length + wanted.starts.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('words', () => {
  it('of Han characters, digits and small letters are plain as they stand', () => {
    const plain = [...'0123456789abcdefghijklmnopqrstuvwxyz'];
    for (let code = 0x4e00; code <= 0x9fff; code += 1) plain.push(String.fromCharCode(code));
    // A sign before them has them brought into form the long way.
    expect(plain.filter((character) => plainWords(`，${character}`) !== plainWords(character))).toEqual([]);
  });

  it('are compared in one form, whatever they were written in', () => {
    expect(plainWords('Ｗｉｆｉ，路灯！！')).toBe('wifi 路灯');
    expect(plainWords('ΟΔΟΣ')).toBe(plainWords('οδοσ'));
    expect(plainWords('🚧 \ud83d ？')).toBe('');
    expect(plainNumber('HX-20260701-000123')).toBe('hx20260701000123');
  });
});

describe('what is typed', () => {
  const understood = (typed: string) =>
    readQuery(typed, [['噪声', '噪音']]).terms.map(({ ways }) =>
      ways.map((way) =>
        way.by === 'words' ? way.words : way.by === 'number' ? `#${way.number}` : way.parts.join("'"),
      ),
    );

  it('is words with blanks between and phrases in quotation marks', () => {
    expect(understood('路灯　电梯')).toEqual([['路灯'], ['电梯']]);
    expect(understood('“路灯 坏了” 电梯')).toEqual([['路灯 坏了'], ['电梯']]);
    expect(understood('')).toEqual([]);
  });

  it('may be said otherwise', () => {
    expect(understood('噪声扰民')).toEqual([['噪声扰民', '噪音扰民']]);
  });

  it('may be a number, or spelt', () => {
    expect(understood('HX-20260701-000123')).toEqual([['hx 20260701 000123', '#hx20260701000123']]);
    expect(understood('xian')).toEqual([['xian', 'xian', "xi'an", "xia'n", "xi'a'n"]]);
    expect(understood('dtkr')).toEqual([['dtkr', "d't'k'r"]]);
  });

  it('is bounded: terms, their length and their ways', () => {
    const { terms } = readQuery(Array.from({ length: 50 }, () => 'langlanglanglanglanglang').join(' '), []);
    expect(terms.length).toBeLessThan(10);
    expect(Math.max(...terms.map(({ ways }) => ways.length))).toBeLessThan(20);
    expect(readQuery('路'.repeat(4_000), []).terms[0]?.typed.length).toBe(200);
    expect(spelled('a'.repeat(24), 6).length).toBeLessThanOrEqual(6);
  });
});

describe('lists of slots', () => {
  const slots = fc.uniqueArray(fc.nat({ max: 65_535 }), { maxLength: 300 }).map((all) => all.sort((a, b) => a - b));

  it('come back as they were written', () => {
    fc.assert(
      fc.property(slots, (all) => {
        expect([...decodeSlots(encodeSlots(all))]).toEqual(all);
      }),
    );
  });

  it('are joined like sets', () => {
    fc.assert(
      fc.property(fc.array(slots, { minLength: 1, maxLength: 4 }), (lists) => {
        const typed = lists.map((list) => Uint32Array.from(list));
        const all = lists.reduce((both, list) => both.filter((slot) => list.includes(slot)));
        expect([...inAll(typed)]).toEqual(all);
        expect([...inAll(lists.map(encodeSlots))]).toEqual(all);
        expect([...inAll(typed.map((list, at) => (at % 2 === 0 ? list : encodeSlots(list))))]).toEqual(all);
        expect([...inAny(typed)]).toEqual([...new Set(lists.flat())].sort((a, b) => a - b));
      }),
    );
  });
});
