import { Converter } from 'opencc-js/cn2t';
import { type Change, chanceOf, type Damage, rewritten } from './rewriting.ts';

const converter = Converter({ from: 'cn', to: 't' });

/** Toned pinyin of characters common in reports, as pages print it in brackets behind a character. */
const pinyin: Readonly<Record<string, string>> = Object.fromEntries(
  (
    '發fā 經jīng 濟jì 產chǎn 業yè 設shè 實shí 現xiàn 場chǎng 務wù 會huì 國guó 區qū 開kāi 進jìn 動dòng 學xué 長zhǎng 質zhì 總zǒng ' +
    '數shù 達dá 億yì 萬wàn 個gè 項xiàng 處chù 級jí 點diǎn 線xiàn 環huán 境jìng 壓yā 減jiǎn 創chuàng 興xīng 轉zhuǎn 導dǎo 標biāo 準zhǔn ' +
    '應yìng 對duì 機jī 構gòu 關guān 認rèn 證zhèng 護hù 擔dān 職zhí 圍wéi 調diào 貫guàn 徹chè 堅jiān 報bào 導dǎo 領lǐng 幹gàn 農nóng ' +
    '規guī 劃huà 積jī 極jí 預yù 計jì 門mén 優yōu 營yíng 貿mào 貨huò 費fèi 資zī 財cái 貧pín 廣guǎng 東dōng 滿mǎn 權quán 價jià 條tiáo ' +
    '連lián 續xù 較jiào 輛liàng 醫yī 療liáo 養yǎng 衛wèi 樂lè 當dāng 備bèi 網wǎng 車chē 電diàn 龍lóng 橋qiáo 際jì 獲huò 選xuǎn ' +
    '舉jǔ 辦bàn 戶hù 鎮zhèn 專zhuān 屬shǔ 態tài 濕shī 熱rè 節jié 約yuē 強qiáng 勢shì 檢jiǎn 測cè 驗yàn 補bǔ 貼tiē'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 1), entry.slice(1)]),
);

/** A traditional rendering, with a pinyin gloss behind some of the characters it has glosses for. */
export const traditional: Damage = (text, seed) => {
  const chance = chanceOf(seed);
  const converted = Array.from(text.split('\n').map(sameLength).join('\n'));
  return rewritten(text, (offset, characters): Change | undefined => {
    const as = converted[offset] ?? characters[offset] ?? '';
    const gloss = pinyin[as];
    if (as === characters[offset]) return undefined;
    return gloss !== undefined && chance() < 0.3 ? { as, after: `(${gloss})` } : { as };
  });
};

/** A line converted whole where that keeps its length, as phrases decide between characters; else one character at a time. */
function sameLength(line: string): string {
  const whole = converter(line);
  const characters = Array.from(line);
  if (Array.from(whole).length === characters.length) return whole;
  return characters.map((character) => Array.from(converter(character))[0] ?? character).join('');
}

const half: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
  '！': '!',
  '？': '?',
};
const full: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(half).map(([wide, slim]) => [slim, wide]),
);

/** Punctuation of half width. */
export const halfWidth: Damage = (text) => {
  const as = (character: string): Change | undefined => {
    const slim = half[character];
    return slim === undefined ? undefined : { as: slim };
  };
  return rewritten(text, (offset, characters) => as(characters[offset] ?? ''));
};

const han = /\p{Script=Han}/u;

/** Punctuation of full width wherever a half-width mark stands beside a Chinese character. */
export const fullWidth: Damage = (text) =>
  rewritten(text, (offset, characters) => {
    const wide = full[characters[offset] ?? ''];
    if (wide === undefined) return undefined;
    const beside = han.test(characters[offset - 1] ?? '') || han.test(characters[offset + 1] ?? '');
    return beside || /[%\d”]/.test(characters[offset - 1] ?? '') ? { as: wide } : undefined;
  });
