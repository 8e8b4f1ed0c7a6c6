import type { About, Doubt, Quoted } from '../report.ts';
import { type Passage, quoteOf, type Reading, spanOf } from '../text/index.ts';
import type { Line } from './line.ts';
import { hanOrdinal } from './mark.ts';
import { hanYear } from './period.ts';
import { lastPlace } from './place-name.ts';
import type { PlannedYear } from './year.ts';

const meeting =
  /([\u4e00-\u9fff]{0,24}?)(第?[一二三四五六七八九十百\d]{1,4}届(?:人民代表大会|人大|人代会)(?:常务委员会|常委会)?(?:第?[一二三四五六七八九十百\d]{1,4}次)?(?:会议)?(?:第?[一二三四五六七八九十]次全体会议)?)/;
const meetings = new RegExp(meeting, 'g');
/** A named session says more than the congress alone. */
const isSession = /次(?:全体)?会议/;
const date = /(20\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/;
const hanDate = /(二[〇零][一二三四五六七八九〇零]{2})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/;
const brokenDate = /(20\d\d)(?!年)[年月\s]{0,1}(\d{2,4})日/;
const speaker =
  /((?:代理?|副|常务副)?(?:区长|市长|县长|旗长|州长|盟长|省长|镇长|乡长|主席|主任))[\s：—]*(\p{Script=Han}(?:\s?[\p{Script=Han}·]){1,4})?$/u;
const title = /政府工作报告|(?:实事|民心工程)[^。，]{0,10}(?:完成情况|落实情况|项目)?|工作报告/;

/** The first congress named, or rather the first of its sessions. */
function meetingIn(text: string): RegExpExecArray | null {
  const first = meeting.exec(text);
  if (first === null || isSession.test(first[0])) return first;
  for (const found of text.matchAll(meetings)) if (isSession.test(found[0])) return found;
  return first;
}

export interface Front {
  readonly about: About;
  readonly doubts: readonly Doubt[];
}

/** Title, place, meeting, date and speaker, from the lines before the report speaks. What the text does not say is left out. */
export function aboutOf(
  reading: Reading,
  lines: readonly Line[],
  front: readonly number[],
  year: PlannedYear | undefined,
): Front {
  const heads = front.map((at) => lines[at]).filter((line) => line !== undefined);
  const doubts: Doubt[] = [];
  const found: { -readonly [key in keyof About]?: About[key] } = {};
  const quote = (passage: Passage, from: number, to: number): Quoted => ({
    ...spanOf(reading.given, passage, from, to),
    text: passage.text.slice(from, to).replaceAll(/\s+/g, ''),
  });
  for (const { passage } of heads) {
    const { text } = passage;
    if (text.length > 600) continue;
    if (found.title === undefined && text.length <= 60 && title.test(text) && !/^各位/.test(text)) {
      const from = /^(?:[【[（(][^】\])）]{0,8}[】\])）])?[\s【《]*/.exec(text)?.[0].length ?? 0;
      // A page puts its date and source behind the title.
      const tail = text.slice(from).search(/\s{2,}|\s*(?:发布|来源|日期|时间|作者|浏览|字体)/);
      found.title = quote(passage, from, tail > 0 ? from + tail : text.length);
    }
    const met = found.meeting === undefined || !isSession.test(found.meeting.text) ? meetingIn(text) : null;
    if (met !== null && (found.meeting === undefined || isSession.test(met[0]))) {
      const lead = met[1] ?? '';
      const place = placeIn(lead);
      const from = met.index + (place?.from ?? lead.length);
      found.meeting = quote(passage, from, met.index + met[0].length);
      if (place !== undefined) found.district = quote(passage, met.index + place.last, met.index + place.to);
    }
    if (found.speaker === undefined && found.speakerRole === undefined && text.length <= 60) {
      const spoken = speaker.exec(text.trimEnd());
      if (spoken?.[1] !== undefined && !/会议|报告/.test(text)) {
        const at = spoken.index;
        found.speakerRole = quote(passage, at, at + spoken[1].length);
        const name = spoken[2];
        if (name !== undefined)
          found.speaker = quote(
            passage,
            at + spoken[0].lastIndexOf(name),
            at + spoken[0].lastIndexOf(name) + name.length,
          );
      }
    }
    if (found.date === undefined) {
      const day = dayIn(text);
      if (day !== undefined && (/会议|届|大会/.test(text) || text.length <= 30)) found.date = day;
      const broken = day === undefined ? brokenDate.exec(text) : null;
      if (broken !== null && /会议|届|大会/.test(text)) {
        const span = spanOf(reading.given, passage, broken.index, broken.index + broken[0].length);
        doubts.push({
          ...span,
          code: 'date-damaged',
          text: quoteOf(reading.given, passage, broken.index, broken.index + broken[0].length),
        });
      }
    }
  }
  const place = found.district ?? district(heads, quote);
  if (place !== undefined) found.district = place;
  const about: About = {
    ...found,
    ...(year === undefined ? {} : { year: year.year, yearFrom: year.from }),
    script: reading.script,
    damage: reading.damage,
  };
  return { about, doubts };
}

/** The chain of places at the end of the words before 第…届, and its last link. */
function placeIn(lead: string): { from: number; last: number; to: number } | undefined {
  const from =
    Math.max(
      lead.lastIndexOf('在'),
      lead.lastIndexOf('于'),
      lead.lastIndexOf('——'),
      lead.lastIndexOf('日'),
      lead.lastIndexOf('加'),
    ) + 1;
  const chain = lead.slice(from);
  const last = lastPlace(chain);
  return last === undefined ? undefined : { from, last: from + last, to: lead.length };
}

const governing =
  /(?:^|[^\u4e00-\u9fff]|代表|年|在|受)([\u4e00-\u9fff]{2,16}?(?:省|市|区|县|旗|州|盟))(?=人民政府|政府工作|政府(?!办|网|门户|信息)|(?:代理)?[市区县省州旗]?长|委副书记|(?:年?)?(?:为民|十[大件]|民生|重点|利民|惠民))/g;

/** The place named by the title or, failing that, by whoever speaks for its government. */
function district(
  heads: readonly Line[],
  quote: (passage: Passage, from: number, to: number) => Quoted,
): Quoted | undefined {
  const weight = ({ text }: Line): number => (title.test(text) && text.length <= 60 ? 0 : /代表/.test(text) ? 1 : 2);
  for (const { passage } of [...heads].sort((a, b) => weight(a) - weight(b))) {
    const named = districtIn(passage.text);
    if (named !== undefined) return quote(passage, named.from, named.to);
  }
  return undefined;
}

function districtIn(text: string): { from: number; to: number } | undefined {
  for (const found of (text.length > 300 ? text.slice(0, 300) : text).matchAll(governing)) {
    const chain = found[1] ?? '';
    const lead = /^.*(?:代表|受|年|月|日|在)/.exec(chain)?.[0].length ?? 0;
    const own = chain.slice(lead);
    if (own.length < 2 || /^[全本我该各]/.test(own)) continue;
    const last = lastPlace(own);
    if (last === undefined) continue;
    const from = found.index + found[0].length - own.length;
    return { from: from + last, to: from + own.length };
  }
  return undefined;
}

function dayIn(text: string): string | undefined {
  const found = date.exec(text);
  if (found !== null) return iso(Number(found[1]), Number(found[2]), Number(found[3]));
  const words = hanDate.exec(text);
  return words === null
    ? undefined
    : iso(hanYear(words[1] ?? ''), hanOrdinal(words[2] ?? '') ?? 0, hanOrdinal(words[3] ?? '') ?? 0);
}

function iso(year: number, month: number, day: number): string | undefined {
  const days = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  if (month < 1 || month > 12 || day < 1 || day > (days[month - 1] ?? 0)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
