import { copyistPhrases, keeperPhrases, linkHead, metadataValue, pagePhrases, pageWordsIn } from './page-words.ts';

/** What is known of a line before and behind the report. */
interface Look {
  readonly text: string;
  /** Certain: says what only a page says. Likely: chrome where it stands among chrome. */
  readonly page: 'certain' | 'likely' | 'no';
  readonly isProse: boolean;
  readonly isProtected: boolean;
  /** Its value is on the next line. */
  readonly opensValue: boolean;
  readonly headsLinks: boolean;
}

const title = /(?:政府)?工作报告|民生实事|为民办?实事|实事项目|完成情况|名词解释|附\s?[件表录]/;
const person = /(?:市|区|县|州|镇|乡|盟|旗)长|主任|书记|专员|各位代表|会议上|大会上/;
const mark =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、](?!\d)|第[一二三四五六七八九十]{1,3}[章节部]|[①-⑳]|——)/;
const date = /^[\d\s.:/-]+$|^\d{4}年\d{1,2}月\d{1,2}日\s?\d{1,2}:\d{2}/;
const promise =
  /新增|新建|改建|扩建|改造|完成|建成|建设|推进|实施|提升|开展|新改|打造|不少于|以上|[0-9]+[个所家条项名户万亿台座处]/;
const longestRun = 8;

/** Of each line of a reading, in their order, whether it belongs to the page. In doubt it is text. */
export function chromeIn(texts: readonly string[]): boolean[] {
  const looks = texts.map(lookOf);
  const isChrome = looks.map(({ page, isProtected }) => page === 'certain' && !isProtected);
  let first = looks.findIndex(({ isProse, page }) => isProse && page === 'no');
  let last = looks.findLastIndex(({ isProse, page }) => isProse && page === 'no');
  if (first < 0) {
    first = looks.findIndex(({ isProtected }) => isProtected);
    last = looks.findLastIndex(({ text, page }) => page === 'no' && (text.length >= 12 || mark.test(text)));
    if (first < 0) first = Math.max(0, last);
  }
  keepBody(looks, first, last, isChrome);
  markHead(looks, first, isChrome);
  markTail(looks, last, isChrome);
  return isChrome;
}

function lookOf(text: string): Look {
  const words = text.length <= 120 ? pageWordsIn(text) : undefined;
  const given = text.length <= 120 ? metadataValue(text) : undefined;
  const hasStop = text.includes('。');
  const isSentence = hasStop && text.length >= 30;
  const phrase =
    (text.length <= 400 && keeperPhrases.test(text)) || (!hasStop && text.length <= 120 && pagePhrases.test(text));
  const headsLinks = text.length <= 60 && linkHead.test(text);
  const crumbs = text.length <= 80 && text.split(/[>»›]/).length >= 3;
  const certain =
    words === 'buttons' || given !== undefined || phrase || headsLinks || crumbs || /^发表于\s?\d/.test(text);
  const likely = words === 'labels' || date.test(text) || !/\p{L}/u.test(text) || /^Rank|^\[?LV/.test(text);
  return {
    text,
    page: certain ? 'certain' : likely ? 'likely' : 'no',
    isProse: isSentence,
    isProtected:
      !phrase &&
      given === undefined &&
      !crumbs &&
      !headsLinks &&
      (mark.test(text) || title.test(text) || person.test(text)),
    opensValue: given === '',
    headsLinks,
  };
}

/** Within the report and its appendices little is chrome: several buttons on a line, or a short line that speaks of the page. */
function keepBody(looks: readonly Look[], first: number, last: number, isChrome: boolean[]): void {
  for (let at = Math.max(0, first); at <= last; at += 1) {
    const look = looks[at];
    if (look !== undefined && isChrome[at] === true) isChrome[at] = speaksOfPage(look);
  }
}

/** Cells of a table may hold a single word of a menu, or a key and its value. */
function speaksOfPage({ text, isProse }: Look): boolean {
  if (copyistPhrases.test(text) || (text.length > 4 && pageWordsIn(text) === 'buttons')) return true;
  return !isProse && text.length <= 60 && (keeperPhrases.test(text) || pagePhrases.test(text));
}

/** Before the report: what stands between two lines of the page belongs to the page as long as it does not speak for itself. */
function markHead(looks: readonly Look[], first: number, isChrome: boolean[]): void {
  const end = first < 0 ? looks.length : first;
  const free = (at: number): boolean => looks[at]?.isProtected === false && (looks[at]?.text.length ?? 0) <= 40;
  let before = -1;
  for (let at = 0; at < end; at += 1) {
    if (looks[at]?.opensValue === true && at + 1 < end && free(at + 1) && !(looks[at + 1]?.isProse ?? true))
      isChrome[at + 1] = true;
    if (isChrome[at] !== true) continue;
    if (before >= 0 && isPageRun(looks, before + 1, at)) {
      for (let between = before + 1; between < at; between += 1) if (free(between)) isChrome[between] = true;
    }
    before = at;
  }
  const top = isChrome.indexOf(true);
  if (top > 0 && top <= 3 && top < end) {
    for (let at = 0; at < top; at += 1) {
      const look = looks[at];
      if (
        look !== undefined &&
        (look.page === 'likely' || (free(at) && /(?:网|网站|平台|频道|专栏|在线|门户)$/.test(look.text)))
      )
        isChrome[at] = true;
    }
  }
  spread(looks, isChrome, 0, end);
}

/** Few lines, or more of which a good part are labels and figures. */
function isPageRun(looks: readonly Look[], from: number, to: number): boolean {
  if (to - from <= longestRun) return true;
  let likely = 0;
  for (let at = from; at < to; at += 1) if (looks[at]?.page === 'likely') likely += 1;
  return likely * 3 >= to - from;
}

/** Behind the report: a page's foot goes on to the end, if no appendix comes. */
function markTail(looks: readonly Look[], last: number, isChrome: boolean[]): void {
  let place: 'report' | 'appendix' | 'foot' | 'links' = 'report';
  // Credits at the very end belong to the page whatever comes before them.
  const credits = isChrome.lastIndexOf(false) + 1;
  looks.slice(last + 1).forEach((look, index) => {
    const at = last + 1 + index;
    const isCertain = isChrome[at] === true;
    const nextToo = isChrome[at + 1] === true || at === looks.length - 1;
    if (isCertain && (place !== 'appendix' || at >= credits || speaksOfPage(look) || (look.headsLinks && nextToo))) {
      place = look.headsLinks || place === 'links' ? 'links' : 'foot';
    } else if (place === 'appendix' || (look.isProtected && (place !== 'links' || opensAppendix.test(look.text)))) {
      place = 'appendix';
      isChrome[at] = false;
    } else if (place === 'links') isChrome[at] = look.text.length <= 60;
    else if (place === 'foot') {
      isChrome[at] = look.page === 'likely' || (look.text.length <= 24 && !promise.test(look.text));
    }
  });
  const end = looks.length - 1;
  if (end > last && /^[\x20-\x7e]{1,12}$/.test(looks[end]?.text ?? '') && /[a-z]/i.test(looks[end]?.text ?? '')) {
    isChrome[end] = true;
  }
}

const opensAppendix = /^附\s?[件表录]/;

/** Lines that are likely chrome, beside lines that are. */
function spread(looks: readonly Look[], isChrome: boolean[], from: number, to: number): void {
  for (let at = from; at < to; at += 1)
    if (looks[at]?.page === 'likely' && looks[at]?.isProtected === false && isChrome[at - 1] === true)
      isChrome[at] = true;
  for (let at = to - 1; at >= from; at -= 1)
    if (looks[at]?.page === 'likely' && looks[at]?.isProtected === false && isChrome[at + 1] === true)
      isChrome[at] = true;
}
