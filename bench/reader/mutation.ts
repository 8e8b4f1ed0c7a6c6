import { chanceOf } from '@huying/testing/report';

/** Signs that mean something to a reader of reports, and some that mean trouble. */
const signs = [
  ...Array.from(
    '0123456789.%‰,，。；;：:、（）()“”"《》—-~～至一二三四五六七八九十百千万亿个项家所年月日增长下降以上以内左右不少于超近约其中分别同比|?ˇ①⑴Ⅱ',
  ),
  ...[
    '\n',
    '\r\n',
    '\n\n',
    ' ',
    '\u3000',
    '\u00a0',
    '\t',
    '\0',
    '\ufeff',
    '\u200b',
    '\u202e',
    '\u0301',
    '\ufffd',
    '\ud83d',
    '\ude00',
    '😀',
    '𠮷',
  ],
  ...[
    '附件1\n',
    '序号\n',
    '（一）',
    '一、',
    '2026年',
    '个百分点',
    '万人次',
    '亿元',
    '名词解释\n',
    '已完成\n',
    '1.“',
    '發(fā)',
    '99999999999999999999',
  ],
];

/** A changed text, the same for the same seed: a few changes of bytes, characters, lines or splices, now of a slice, seldom of a whole text. */
export function mutated(texts: readonly string[], seed: number): string {
  const chance = chanceOf(seed);
  const below = (limit: number) => Math.floor(chance() * limit);
  const one = () => texts[below(texts.length)] ?? '';
  let text = one();
  if (chance() > 1 / 1500) text = slice(text, below, chance() < 0.9 ? 240 : 2400);
  const rounds = 1 + below(6);
  for (let round = 0; round < rounds; round++) {
    const kind = chance();
    if (kind < 0.55) text = characters(text, below);
    else if (kind < 0.7) text = bytes(text, below);
    else if (kind < 0.85) text = lines(text, below);
    else text = splice(text, one(), below);
  }
  return text;
}

type Below = (limit: number) => number;

function slice(text: string, below: Below, most: number): string {
  const from = below(text.length);
  return text.slice(from, from + below(most));
}

/** Puts in, takes out, doubles or swaps, also through the middle of a surrogate pair. */
function characters(text: string, below: Below): string {
  const at = below(text.length + 1);
  const to = at + below(8);
  switch (below(5)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, to) + text.slice(at);
    case 2:
      return text.slice(0, at) + sign(below) + text.slice(at + 1);
    case 3:
      return text.slice(0, at) + sign(below).repeat(1 + below(30)) + text.slice(at);
    default:
      return text.slice(0, at) + sign(below) + text.slice(at);
  }
}

/** Bytes changed or lost, and what a decoder makes of them. */
function bytes(text: string, below: Below): string {
  const raw = new TextEncoder().encode(text.slice(0, 4000));
  for (let times = 1 + below(4); times > 0 && raw.length > 0; times--) raw[below(raw.length)] = below(256);
  const from = below(raw.length + 1);
  const kept = below(2) === 0 ? raw : new Uint8Array([...raw.slice(0, from), ...raw.slice(from + 1 + below(3))]);
  return new TextDecoder(below(8) === 0 ? 'gbk' : 'utf-8').decode(kept) + text.slice(4000);
}

/** Lines lost, doubled, joined, moved. */
function lines(text: string, below: Below): string {
  const list = text.split('\n');
  const at = below(list.length);
  switch (below(4)) {
    case 0:
      list.splice(at, 1);
      break;
    case 1:
      list.splice(at, 0, list[below(list.length)] ?? '');
      break;
    case 2:
      list.splice(at, 2, (list[at] ?? '') + (list[at + 1] ?? ''));
      break;
    default:
      list.push(...list.splice(at, 1));
  }
  return list.join('\n');
}

/** A piece of another text in the middle of this one. */
function splice(text: string, other: string, below: Below): string {
  const at = below(text.length + 1);
  return text.slice(0, at) + slice(other, below, 200) + text.slice(at + below(20));
}

function sign(below: Below): string {
  return signs[below(signs.length)] ?? '';
}
