import { digitName, nakedName } from './digit-name.ts';
import { unitAt } from './measure.ts';
import { type Numeral, numeralIn } from './numeral.ts';
import { type Draft, draftOf, matchAt, nameToken, quantityToken, type Token, tail } from './token.ts';

const rangeMark = /(?:[-–－~～至到]|——?|--) ?(?=\d)/y;

/** What begins at a digit. */
export function digitsAt(text: string, at: number, floor: number): Token {
  const named = digitName(text, at, floor);
  if (named !== undefined) return named;
  const special = fractionAt(text, at) ?? clockAt(text, at) ?? ratioAt(text, at);
  if (special !== undefined) return special;
  const first = numeralIn(text, at);
  if (first === null) {
    const run = matchAt(/[\d.,，]+/y, text, at)?.[0] ?? ' ';
    return nameToken(text, at, at + run.length, 'document-number');
  }
  const mark = listMark(text, at, first);
  if (mark !== undefined) return mark;
  const one = measured(text, first, at);
  const range = rangeFrom(text, one, first, at);
  if (range !== undefined) return range;
  if (one.unit === '') {
    const naked = nakedName(text, at, first.to);
    if (naked !== undefined) return naked;
    const letter = matchAt(/[A-Za-z]{1,3}/y, text, first.to)?.[0];
    if (letter !== undefined) return nameToken(text, at, first.to + letter.length, 'title-name');
  }
  return quantityToken(one);
}

/** The quantity that a numeral makes with its measure word. */
export function measured(text: string, numeral: Numeral, from: number): Draft {
  const sign = negative(text, numeral) ? -1 : 1;
  let gap = /[ \u00a0\u3000]/.test(text.charAt(numeral.to)) ? 1 : 0;
  let unit = unitAt(text, numeral.to + gap);
  if (unit === undefined) gap = 0;
  let more = numeral.more;
  let to = numeral.to + gap + (unit?.length ?? 0);
  if (
    unit !== undefined &&
    more === undefined &&
    /[年个天月周]$/.test(unit.text) &&
    /^[多余](?![少元种项名条家人个次])/.test(text.slice(to))
  ) {
    more = text.charAt(to);
    to += 1;
  }
  // 1.2%的 is a percent, 1.2%个 does not exist; 5个多月 counts months.
  if (unit?.text === '个' && matchAt(/多?(月|小时|工作日|百分点)/y, text, to) !== null) {
    const word = matchAt(/多?(月|小时|工作日|百分点)/y, text, to);
    if (word !== null && text.charAt(to) === '多') {
      unit = { ...unit, text: `个${word[1] ?? ''}`, form: 'duration' };
      to += word[0].length;
      more = '多';
    }
  }
  const start = sign < 0 ? from - 1 : from;
  const draft: Draft = {
    raw: text.slice(start, to),
    value: sign * numeral.value,
    unit: numeral.scaleWord + (unit?.text ?? ''),
    scale: unit?.text === '成' ? 10 : numeral.scale,
    comparator: '=',
    form: unit?.form ?? 'count',
    from: start,
    to,
    digitsFrom: start,
    digitsTo: numeral.digitsTo,
  };
  if (unit?.per !== undefined) draft.per = unit.per;
  if (more !== undefined) {
    draft.comparator = more === '来' ? '~' : '>=';
    if (more !== '来') draft.nuance = 'over';
  }
  return draft;
}

/** A minus stands between a Chinese character and a percent or a decimal; between two numbers it is a range. */
function negative(text: string, { from, to, digitsTo }: Numeral): boolean {
  if (!/[-－−]/.test(text.charAt(from - 1))) return false;
  const head = text.charAt(from - 2);
  if (head !== '' && !/[\p{Script=Han}，,:：(（ ]/u.test(head)) return false;
  return /^(?:[%％‰℃]|个百分点|亿|万)/.test(text.slice(to, to + 4)) || text.slice(from, digitsTo).includes('.');
}

/** a–b, a%–b%, a至b, with one measure word or the same one twice. */
function rangeFrom(text: string, one: Draft, first: Numeral, at: number): Token | undefined {
  const mark = matchAt(rangeMark, text, one.to);
  if (mark === null || one.nuance !== undefined) return undefined;
  if (/[到至]$/.test(mark[0].trim()) && /(?:由|从)[^，。；]{0,12}$/.test(tail(text, at, 14))) return undefined;
  const second = numeralIn(text, one.to + mark[0].length);
  if (second === null) return undefined;
  const two = measured(text, second, second.from);
  if (one.unit !== '' && one.unit !== two.unit && !(first.scaleWord !== '' && one.unit === first.scaleWord))
    return undefined;
  if (one.unit === '' && two.unit === '' && second.value <= first.value) return undefined;
  const scale = two.scale;
  const low = one.unit === '' ? one.value : (one.value * one.scale) / scale;
  if (low > two.value) return undefined;
  return quantityToken({
    ...two,
    raw: text.slice(one.from, two.to),
    value: low,
    upper: two.value,
    comparator: 'range',
    from: one.from,
    digitsFrom: one.digitsFrom,
  });
}

/** 1/3 */
function fractionAt(text: string, at: number): Token | undefined {
  const match = matchAt(/(\d{1,2})[/／](\d{1,3})(?![\d/／年月])/y, text, at);
  if (match === null) return undefined;
  const below = Number(match[2]);
  const above = Number(match[1]);
  if (below < 2 || above >= below) return undefined;
  return quantityToken(draftOf(text, at, at + match[0].length, above / below, '', 'ratio'));
}

/** 7×24小时: always open. */
function clockAt(text: string, at: number): Token | undefined {
  const match = matchAt(/[57] ?[×xX*] ?24(?:小时)?/y, text, at);
  if (match === null) return undefined;
  const unit = match[0].endsWith('小时') ? '小时' : '';
  const to = at + match[0].length;
  const draft = { ...draftOf(text, at, to, 24, unit, 'duration'), digitsTo: to - unit.length };
  return quantityToken({ ...draft, frequency: match[0].replace(/小时| /g, '') });
}

/** 2.02:97.98, 3∶45∶52 */
function ratioAt(text: string, at: number): Token | undefined {
  const match = matchAt(/\d+(?:\.\d+)?(?: ?[:：∶] ?\d+(?:\.\d+)?){1,3}/y, text, at);
  if (match === null) return undefined;
  const parts = match[0].split(/[:：∶]/).map(Number);
  const isTime =
    parts.length === 2 && /^\d{1,2}[:：]\d{2}$/.test(match[0]) && (parts[0] ?? 0) <= 24 && (parts[1] ?? 0) < 60;
  if (isTime && !/比|结构/.test(tail(text, at, 14))) return nameToken(text, at, at + match[0].length, 'date');
  return quantityToken({ ...draftOf(text, at, at + match[0].length, parts[0] ?? 0, '', 'ratio'), parts });
}

/** 1. 1、 (1) ① where a sentence begins or between brackets. */
function listMark(text: string, at: number, { digitsTo }: Numeral): Token | undefined {
  const number = text.slice(at, digitsTo);
  const last = text.charAt(at - 1);
  const next = text.charAt(digitsTo);
  if (!/^\d{1,2}$/.test(number)) return undefined;
  if (/[(（]/.test(last) && /[)）]/.test(next)) return nameToken(text, at - 1, digitsTo + 1, 'list-mark');
  const opens = tail(text, at, 8).trim() === '' || /[。；;：:\n]/.test(last);
  const behind = text.slice(digitsTo, digitsTo + 8).trim();
  if (opens && (/^[|｜]/.test(behind) || (behind === '' && text.length < digitsTo + 8)))
    return nameToken(text, at, digitsTo, 'list-mark');
  if (opens && (/[)）]/.test(next) || (/[.．、]/.test(next) && !/^\d/.test(text.slice(digitsTo + 1)))))
    return nameToken(text, at, digitsTo + 1, 'list-mark');
  return undefined;
}
