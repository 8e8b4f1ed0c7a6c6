/**
 * Words that place what is said in the past or in the period to come. Chinese verbs do not bend: 完成 may be done or to be
 * done, so a reader goes by the words around them and by the section the sentence stands in.
 */
export interface TimeMark {
  readonly from: number;
  readonly to: number;
  readonly time: 'past' | 'future';
  /** `lead` rules what follows until another lead; `clause` rules its own clause only. */
  readonly reach: 'lead' | 'clause';
  /** Says it by itself, whatever the section. */
  readonly strong: boolean;
  /** 已, 已经: done, whatever was planned before in the clause. */
  readonly done?: boolean;
}

/** 比上年、与去年、高于上年: a measure to compare with, not a time in which something happened. */
const COMPARING = new Set([...'比较与同和跟于过']);

const LEADS =
  /(?:刚刚)?过去的?(?:[一两二三四五几]年|20\d\d年)?(?=[,，,。是]|[一-龥]{0,4}年)|去年|上年|上一年|前年|近[一两三四五几]?年来?|[一两二三四五几]年来|今年以来|今年(?:一季度|上半年|前[一-九\d]|1)|以来|截至|截止|目前|迄今|至今|现有|现已|(?:(?:到|至|比|较|自|从|于|与|在|以|超过)?(?:20\d\d)年?)|今年|明年|来年|新的一年|今后|未来|下一步|下一阶段|下阶段|年内|年底前|年底之前|年末前|月底前|[“"‘']?十[一二三四五六七]五[”"’']?(?:时期|期间|期末|末|以来)?/g;

const CLAUSE_PAST =
  /已经|已(?![知故])|累计为|了(?![解然结])|荣获|获评|获批|荣膺|被评为|被授予|被列为|被列入|获得|位居|位列|居全|超额完成|圆满完成|顺利完成|全面完成了|同比|环比|创历史|首次突破|成功(?:创建|举办|引进|获|入选|承办)|入选|再创/g;
const CLAUSE_FUTURE =
  /力争|争取|确保|必须|务必|力促|冲刺|预期|我们将|我们要|将(?=继续|进一步|全力|重点|着力|于|按|以更|在今|努力|坚[决持]|始终|不断|全面|大力|深入|加快|统筹|紧紧|切实)|计划(?=今年|全年|年内|于|新|总?投资|完成|建|引进|开工|开展|实施|用|在|推|培|打|启|安排|到)|拟(?=投|建|新|开|在|于|引|安|对)|要(?=以|继续|坚持|加快|着力|重点|全力|进一步|抓|做|在|把|大力|切实|更)|(?:全年|年内)(?=力争|计划|拟|将)/g;

/** 为了、除了、罢了 hold a 了 that says nothing of time. */
const NOT_PERFECT = new Set([...'为除罢末未了极算得']);

/** The years a five-year plan covers: 十三五 → 2016–2020. */
const PLAN_ENDS: Readonly<Record<string, number>> = {
  一: 2010,
  二: 2015,
  三: 2020,
  四: 2025,
  五: 2030,
  六: 2035,
  七: 2040,
};

/** All marks of time in one sentence, in order. `year` is the year whose work is planned. */
export function timeMarksIn(text: string, year: number | undefined): readonly TimeMark[] {
  const marks: TimeMark[] = [];
  for (const match of text.matchAll(LEADS)) {
    const mark = leadMark(text, match[0], match.index, year);
    if (mark) marks.push(mark);
  }
  for (const match of text.matchAll(CLAUSE_PAST)) {
    if (match[0] === '了' && NOT_PERFECT.has(text[match.index - 1] ?? '为')) continue;
    const strong = match[0] !== '同比' && match[0] !== '环比' && match[0] !== '获得' && match[0] !== '累计为';
    marks.push({
      from: match.index,
      to: match.index + match[0].length,
      time: 'past',
      reach: 'clause',
      strong,
      done: match[0].startsWith('已'),
    });
  }
  for (const match of text.matchAll(CLAUSE_FUTURE)) {
    marks.push({ from: match.index, to: match.index + match[0].length, time: 'future', reach: 'clause', strong: true });
  }
  return marks.sort((a, b) => a.from - b.from);
}

function leadMark(text: string, word: string, from: number, year: number | undefined): TimeMark | null {
  const to = from + word.length;
  const mark = (time: 'past' | 'future', strong: boolean): TimeMark => ({
    from,
    to,
    time,
    reach: reachOf(text, to, time, strong),
    strong,
  });
  const named = /20\d\d/.exec(word);
  if (named) return yearMark(text, word, Number(named[0]), from, to, year, mark);
  const plan = /十([一二三四五六七])五/.exec(word);
  if (plan) {
    const ends = PLAN_ENDS[plan[1] ?? ''] ?? 0;
    if (year === undefined || COMPARING.has(text[from - 1] ?? '')) return null;
    // “十二五”时期 in a report on 2016 is over; “十三五” as the name of a plan says nothing of time by itself
    if (word.endsWith('以来')) return mark('past', true);
    if (ends < year) return /期|来|间/.test(word) ? mark('past', true) : null;
    return /期末|末$/.test(word) ? mark('future', true) : null;
  }
  if (/今年以来|今年(?:一季度|上半年|前|1)/.test(word)) {
    return /上半年/.test(word) ? mark('future', false) : mark('past', word === '今年以来');
  }
  if (/^(?:今年|明年|来年|新的一年|今后|未来|下一步|下一阶段|下阶段|年内|年底前|年底之前|年末前|月底前)$/.test(word)) {
    return mark('future', word !== '今年' && word !== '未来' && word !== '今后');
  }
  if (COMPARING.has(text[from - 1] ?? '') || isAttribute(text, from, to)) return null;
  return mark('past', !/^(?:目前|以来|现有|现已|至今|迄今)$/.test(word));
}

function yearMark(
  text: string,
  word: string,
  named: number,
  from: number,
  to: number,
  year: number | undefined,
  mark: (time: 'past' | 'future', strong: boolean) => TimeMark,
): TimeMark | null {
  if (year === undefined || /^[比较自从与超]/.test(word)) return null;
  if (!word.endsWith('年') || /^[—\-–~至]20\d\d/.test(text.slice(to, to + 5))) return null;
  if (named >= year) return mark('future', named > year || /^[到至]/.test(word));
  return isAttribute(text, from, to) ? null : mark('past', true);
}

/** 完成去年结转的12个项目, 2020年建成的小区: inside a noun phrase a time dates the thing and not what is done with it. */
function isAttribute(text: string, from: number, to: number): boolean {
  const before = text[from - 1];
  if (before !== undefined && /[一-龥\d]/.test(before) && !/[在于自从至到即的]/.test(before)) return true;
  return /^[^，,。；;：:]{1,10}的(?!基础)/.test(text.slice(to, to + 12));
}

/** 目前、以来 and what 基础上 closes in speak for their own clause only. */
function reachOf(text: string, to: number, time: 'past' | 'future', strong: boolean): TimeMark['reach'] {
  if (time === 'future') return 'lead';
  return !strong || /^[^，,。；;]{0,60}基础上/.test(text.slice(to, to + 64)) ? 'clause' : 'lead';
}

/** Says for one clause after another, in order, whether its words speak of the past or of what is to come; null: they do not say. */
export type Clock = (clause: { readonly from: number; readonly to: number }) => Reckoning | null;
export interface Reckoning {
  readonly time: 'past' | 'future';
  readonly strong: boolean;
}

/**
 * A clause is ruled by its own marks first, a strong future one before all (去年…的基础上，今年力争…), then by the last lead before
 * its end. Clauses must be asked in the order of the text, so that a sentence is walked once.
 */
export function clockOf(marks: readonly TimeMark[]): Clock {
  let at = 0;
  let lead: TimeMark | undefined;
  return (clause) => {
    let own: TimeMark | undefined;
    for (let mark = marks[at]; mark && mark.from < clause.to; at += 1, mark = marks[at]) {
      if (mark.reach === 'lead') lead = mark;
      else if (mark.from >= clause.from && (mark.done || !(own?.strong && (own.time === 'future' || !mark.strong))))
        own = mark;
    }
    if (own?.strong) return own;
    if (lead && (!own || lead.strong || lead.from >= clause.from)) return lead;
    return own ?? lead ?? null;
  };
}
