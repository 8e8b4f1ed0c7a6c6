import traditional from 'opencc-js/dict/TSCharacters';
import traditionalPhrases from 'opencc-js/dict/TSPhrases';
import type { Copy } from './copy.ts';

/** Simplified form by Traditional unit; 0 where the character is the same in both or lies beyond the BMP. */
const simplified = new Uint16Array(0x10000);
/** 1: only Traditional text has it. 2: only Simplified text has it. 0: both do, or it says nothing. */
const belongs = new Uint8Array(0x10000);
/** Phrases in which a character must be read otherwise than alone (乾隆, 顯著), by their first unit, longest first. */
const phrases = new Map<number, (readonly [from: string, to: string])[]>();

for (const [from, to] of entries(traditional)) {
  if (from.length !== 1 || to.length !== 1 || from === to) continue;
  simplified[from.charCodeAt(0)] = to.charCodeAt(0);
}
for (let code = 0; code < 0x10000; code += 1) {
  const to = simplified[code] ?? 0;
  if (to === 0) continue;
  belongs[code] = 1;
  if (simplified[to] === 0 && belongs[to] === 0) belongs[to] = 2;
}
for (let code = 0; code < 0x10000; code += 1) if (simplified[code] !== 0) belongs[code] = 1;
// Forms that stand in both kinds of text, as characters of their own or in names.
for (const character of '乾后里面台只干谷丑斗范松板表采冲出刮柜合回胡划伙几姜借克困累了帘卤么蔑辟仆朴千曲舍沈升太涂系咸向余郁御云折征症致制钟种周朱准苏须吁叶占志注筑于蒙霉弥升群峰床秘灾') {
  belongs[character.charCodeAt(0)] = 0;
}
for (const [from, to] of entries(traditionalPhrases)) {
  if (from.length !== to.length || from === to) continue;
  const first = from.charCodeAt(0);
  phrases.set(
    first,
    [...(phrases.get(first) ?? []), [from, to] as const].sort(([a], [b]) => b.length - a.length),
  );
}

const zhu = '著'.charCodeAt(0);
const zhe = '着'.charCodeAt(0);
/** Neighbours with which 著 is itself (顯著, 著名); elsewhere Traditional text writes it for 着. */
const famedBefore = new Set('顯显編编名原土巨論论卓專专昭遺遗合撰拙較较');
const famedAfter = new Set('名作述書书稱称者錄录於于');

function entries(dictionary: string): (readonly [string, string])[] {
  return dictionary.split('|').map((entry) => {
    const [from = '', to = ''] = entry.split(' ');
    return [from, to] as const;
  });
}

/** Which script a copy is in, by the characters that only one of the two has. */
export function scriptOf({ codes, length }: Copy): 'simplified' | 'traditional' {
  const [ours, theirs] = census(codes, 0, length);
  return theirs > ours && theirs >= 2 ? 'traditional' : 'simplified';
}

function census(codes: Uint16Array, from: number, to: number): [simplified: number, traditional: number] {
  let ours = 0;
  let theirs = 0;
  for (let at = from; at < to; at += 1) {
    const side = belongs[codes[at] ?? 0];
    if (side === 1) theirs += 1;
    else if (side === 2) ours += 1;
  }
  return [ours, theirs];
}

/**
 * Writes a copy in simplified characters, one for one. A text in the Traditional script is converted throughout; in a Simplified one
 * only the lines that are Traditional, so that names keep their characters. Gives the number of characters changed.
 */
export function simplify(copy: Copy, script: 'simplified' | 'traditional'): number {
  const { codes, length } = copy;
  if (script === 'traditional') return simplifyPart(codes, 0, length);
  let changed = 0;
  for (let from = 0; from < length; ) {
    let to = codes.indexOf(0x0a, from);
    if (to < 0 || to > length) to = length;
    const [ours, theirs] = census(codes, from, to);
    if (theirs >= 4 && theirs > ours * 2) changed += simplifyPart(codes, from, to);
    from = to + 1;
  }
  return changed;
}

function simplifyPart(codes: Uint16Array, from: number, to: number): number {
  let changed = 0;
  for (let at = from; at < to; at += 1) {
    const code = codes[at] ?? 0;
    const phrase = phrases.get(code)?.find(([word]) => at + word.length <= to && stands(codes, at, word));
    if (phrase !== undefined) {
      for (let index = 0; index < phrase[1].length; index += 1) codes[at + index] = phrase[1].charCodeAt(index);
      changed += 1;
      at += phrase[1].length - 1;
    } else if (code === zhu) {
      if (famedBefore.has(letter(codes[at - 1])) || famedAfter.has(letter(codes[at + 1]))) continue;
      codes[at] = zhe;
      changed += 1;
    } else if (simplified[code] !== 0) {
      codes[at] = simplified[code] ?? code;
      changed += 1;
    }
  }
  return changed;
}

function stands(codes: Uint16Array, at: number, word: string): boolean {
  for (let index = 1; index < word.length; index += 1) if (codes[at + index] !== word.charCodeAt(index)) return false;
  return true;
}

function letter(code: number | undefined): string {
  return String.fromCharCode(code ?? 0);
}
