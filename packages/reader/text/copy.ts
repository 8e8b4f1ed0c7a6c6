import { folded } from './fold.ts';
import { glossEnd, hasGlosses } from './gloss.ts';
import { isHan, isLatin, isWhite, kindOf, Letter } from './letter.ts';
import { entityAt, noteMarkEnd, tagAt } from './markup.ts';

/**
 * The clean copy while it is made: units and, for each, its index in the text as given. White space and line breaks are still in it
 * (` ` narrow, `\u3000` wide, `\n` break), for they tell how the text is laid out.
 */
export interface Copy {
  codes: Uint16Array;
  places: Int32Array;
  length: number;
}

/** How often each kind of damage was met. */
export type Tally = Map<string, number>;

export function count(tally: Tally, kind: string, times = 1): void {
  if (times > 0) tally.set(kind, (tally.get(kind) ?? 0) + times);
}

/** A copy with one form for each character, without glosses and without characters that nobody sees. */
export function copyOf(text: string, tally: Tally): Copy {
  const codes = new Uint16Array(text.length);
  const places = new Int32Array(text.length);
  const amongGlosses = hasGlosses(text);
  let length = 0;
  let invisible = 0;
  let wide = 0;
  let before = 0;
  for (let at = 0; at < text.length; ) {
    let code = text.charCodeAt(at);
    let end = at + 1;
    const kind = kindOf(code);
    if (kind === Letter.han) {
      code = folded(code);
    } else if (kind === Letter.invisible) {
      invisible += 1;
      at = end;
      continue;
    } else if (kind === Letter.lineBreak) {
      if (code === 0x0d && text.charCodeAt(end) === 0x0a) end += 1;
      code = 0x0a;
    } else if (kind === Letter.wideSpace) {
      code = 0x3000;
    } else if (kind === Letter.space) {
      code = 0x20;
    } else {
      if (code === 0x28 || code === 0xff08 || (amongGlosses && isLatin(code) && isHan(before))) {
        const after = glossEnd(text, at, before, amongGlosses);
        if (after > at) {
          count(tally, 'pinyinGloss');
          at = after;
          continue;
        }
      }
      if (code === 0x3c) {
        const tag = tagAt(text, at);
        if (tag !== undefined) {
          count(tally, 'markup');
          if (tag.breaks) {
            codes[length] = 0x0a;
            places[length] = at;
            length += 1;
          }
          at = tag.end;
          continue;
        }
      }
      if ((code === 0x5b || code === 0xff3b || code === 0x3014) && (isHan(before) || closesWord(before))) {
        const after = noteMarkEnd(text, at);
        if (after > at) {
          count(tally, 'noteMark');
          at = after;
          continue;
        }
      }
      if (code === 0x26) {
        const entity = entityAt(text, at);
        if (entity !== undefined) {
          code = entity.code;
          end = entity.end;
        }
      }
      const fold = folded(code);
      if (code >= 0xff10 && code <= 0xff5a && fold !== code) wide += 1;
      code = isWhite(fold) ? 0x20 : fold;
    }
    codes[length] = code;
    places[length] = at;
    length += 1;
    if (code !== 0x20) before = code;
    at = end;
  }
  count(tally, 'invisible', invisible);
  count(tally, 'fullWidth', wide);
  return { codes, places, length };
}

function closesWord(code: number): boolean {
  return code === 0x201d || code === 0xff09 || code === 0x300b || code === 0x29;
}

/** Text of a stretch of the copy. */
export function textOf({ codes }: Copy, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 8192) {
    text += String.fromCharCode(...codes.subarray(at, Math.min(to, at + 8192)));
  }
  return text;
}
