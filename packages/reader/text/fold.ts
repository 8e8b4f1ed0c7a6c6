/** One unit to one unit: the same character in the form the clean copy uses. */
const folds = new Uint16Array(0x10000);
for (let code = 0; code < 0x10000; code += 1) folds[code] = code;

/** Full-width letters, digits and signs of ASCII; the marks of Chinese among them are given their form by `punctuation.ts`. */
for (let code = 0xff01; code <= 0xff5e; code += 1) {
  if (!'，；：！？（）'.includes(String.fromCharCode(code))) folds[code] = code - 0xfee0;
}

/** Compatibility ideographs and the radicals that PDF fonts put in their place. */
for (const [from, to] of [
  [0xf900, 0xfaff],
  [0x2f00, 0x2fd5],
] as const) {
  for (let code = from; code <= to; code += 1) {
    const folded = String.fromCharCode(code).normalize('NFKC');
    if (folded.length === 1) folds[code] = folded.charCodeAt(0);
  }
}

/** Pairs `as met` + `as read`. */
const pairs = [
  // Radicals of the supplement that look like simplified characters and have no decomposition.
  '⺟母⺠民⺎兀⺏尣⺙攵⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⻒镸',
  // Percent, waves, minus signs and dashes.
  '﹪%∼~〜~〰~˜~−-‐-‑-‒-–-﹣-―—─—━—﹘—ー—',
  // Quotation marks of Traditional text and of typewriters.
  '「“」”『‘』’﹁“﹂”﹃‘﹄’〝“〞”〟”„“‟“‛‘＂"',
  // Ratio, dots, small and presentation forms.
  '∶:︰:‧·・·･·•·˙·∙·⋅·․.﹐,﹑、﹒.﹔;﹕:﹖?﹗!﹙(﹚)﹝〔﹞〕︵(︶)｡。､、',
  // Zeros that stand in years.
  '○〇◯〇',
  '⁄/∕/',
].join('');
for (let at = 0; at < pairs.length; at += 2) folds[pairs.charCodeAt(at)] = pairs.charCodeAt(at + 1);

export const folded = (code: number): number => folds[code] ?? code;
