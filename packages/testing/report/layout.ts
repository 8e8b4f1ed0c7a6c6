import { type Change, chanceOf, type Damage, rewritten } from './rewriting.ts';

const han = /\p{Script=Han}/u;

/**
 * Lines broken at a fixed width, in the middle of words and numbers, as a page of print breaks them.
 * @param width  characters in a line
 * @param indent put before every line of a paragraph but the first
 */
export function hardWrap(width: number, indent = ''): Damage {
  return (text) => {
    let column = 0;
    return rewritten(text, (offset, characters): Change | undefined => {
      if (characters[offset] === '\n') {
        column = 0;
        return undefined;
      }
      column++;
      if (column < width || characters[offset + 1] === '\n' || characters[offset + 1] === undefined) return undefined;
      column = indent.length;
      return { after: `\n${indent}` };
    });
  };
}

/** Paragraphs split in the middle of a sentence, between two Chinese characters. */
export const splitParagraphs: Damage = (text, seed) => {
  const chance = chanceOf(seed);
  return rewritten(text, (offset, characters) =>
    betweenHan(offset, characters) && chance() < 1 / 250 ? { after: '\n\n' } : undefined,
  );
};

/** Page numbers on lines of their own, between lines. */
export const pageNumbers: Damage = (text) => {
  let page = 1;
  let since = 0;
  return rewritten(text, (offset, characters) => {
    since++;
    if (characters[offset] !== '\n' || since < 550) return undefined;
    since = 0;
    page++;
    return { after: page % 2 === 0 ? `— ${page} —\n` : `${page}\n` };
  });
};

/** A site's name printed into the middle of words. */
export const watermarks: Damage = (text, seed) => {
  const chance = chanceOf(seed);
  const mark = chance() < 0.5 ? '清江资料网' : 'www.qingjiang-wenku.example';
  return rewritten(text, (offset, characters) =>
    betweenHan(offset, characters) && chance() < 1 / 400 ? { after: mark } : undefined,
  );
};

/** Ideographic indents, and non-breaking spaces about numbers and after marks. */
export const oddSpaces: Damage = (text, seed) => {
  const chance = chanceOf(seed);
  return rewritten(text, (offset, characters): Change | undefined => {
    const [here = '', next = ''] = [characters[offset], characters[offset + 1]];
    if (here === '\n' && next !== '\n') return { after: '\u3000\u3000' };
    const atNumber = han.test(here) && /\d/.test(next);
    const afterNumber = /\d/.test(here) && han.test(next);
    const afterMark = /[，。；：,;:]/.test(here) && han.test(next);
    if ((atNumber || afterNumber) && chance() < 0.15) return { after: '\u00a0' };
    return afterMark && chance() < 0.05 ? { after: chance() < 0.5 ? '\u3000' : ' ' } : undefined;
  });
};

/** The cells of a table row, each on a line of its own. */
export const flatTables: Damage = (text) =>
  rewritten(text, (offset, characters): Change | undefined => {
    if (characters[offset] === '|') return { as: '\n' };
    return characters[offset] === ' ' && (characters[offset - 1] === '|' || characters[offset + 1] === '|')
      ? { as: null }
      : undefined;
  });

const above = [
  '清江文库',
  '首页 > 公文 > 工作报告',
  '登录 | 注册 | 设为首页',
  '发布时间：2031-05-06 10:20:30　来源：网友投稿　浏览：3517次',
  '字号：大 中 小　分享到：',
  '',
  '',
].join('\n');
const below = [
  '',
  '',
  '上一篇：关于召开春季座谈会的通知',
  '下一篇：清江区2031年预算草案',
  '相关阅读',
  '· 清江区新增停车泊位1200个　05-04',
  '· 我区一季度固定资产投资增长6.1%　04-28',
  '版权所有：清江文库　备案号：示例备字12345678号',
  '返回顶部',
].join('\n');

/** What a page puts round a report: navigation, dates, neighbours, licences. */
export const pageChrome: Damage = (text) =>
  rewritten(text, (offset, characters): Change | undefined => {
    const before = offset === 0 ? above : '';
    const after = offset === characters.length - 1 ? below : '';
    return before === '' && after === '' ? undefined : { before, after };
  });

function betweenHan(offset: number, characters: readonly string[]): boolean {
  return han.test(characters[offset] ?? '') && han.test(characters[offset + 1] ?? '');
}
