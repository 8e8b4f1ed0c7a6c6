import type { Quantity, Report, Span, Statement } from '../report.ts';
import { type Clause, clausesOf } from './clause.ts';
import { type Mention, mentionsIn } from './indicator.ts';
import { tokensOf } from './words.ts';

/** What kind of number it is: a rate of change, a share, or an amount. Only like is compared with like. */
export type Aspect = 'rate' | 'share' | 'amount';

/** A number that a report states, or a clause that says how an indicator stands to its target without a number. */
export interface Fact extends Span {
  /** The words that hold it, from the subject to the number. */
  readonly quote: string;
  readonly subject: string;
  readonly tokens: readonly string[];
  readonly indicator?: Mention;
  readonly quantity?: Quantity;
  readonly aspect?: Aspect;
  /** Without a number: how it stands to the target by the report's own words. */
  readonly stated?: 'above' | 'below' | 'reached' | 'short';
  /** It tells of another stretch of time than the whole year: 一季度, 五年来, 比2010年. */
  readonly otherPeriod: boolean;
  /** The subject is taken over from the clause before. */
  readonly inherited: boolean;
  /** What stands right before the number. */
  readonly before: string;
  readonly statement: number;
}

const rateWords =
  /(?:增长|增幅|增速|涨幅|上涨|上升|下降|减少|下滑|回落|提高|提升|降低|负增长|压减|缩减|增加|压降)(?:了|约|近|超过?|逾|达|不低于|同比|均|为|在|-|至少|\s)*$/;
const levelWords = /(?:到|至|达|达到|为|突破|保持在|稳定在|控制在)(?:了|约|近|超过?|逾|\s)*$/;
const otherPeriod =
  /[一二三四1-4前]季度|上半年|[一二三四五六七八九十\d]{1,3}月(?!底|末)|[一二两三四五\d]年(?:来|间|共|累计)|过去[五5]年|每年|“?十[一二三四五]五”?|年均|较20\d\d|比20\d\d/;
/** 五年来 rules the rest of its paragraph, until a year is named. */
const manyYears = /[三四五]年来|过去[三四五]年|“?十[一二三四五]五”?(?:时期|期间|以来)/;
const oneYear = /全年|(?<!比|较)20\d\d年|今年|去年/;
const statedWords =
  /(未(?:能)?(?:完成|达到?|实现)|没有完成|不及)|(?:(低于|少于)|(高于|好于|优于|超过|超额?完成)|(完成|达到|实现|控制在))[^，。；]{0,8}(?:预期|年度|年初|计划|既定|全年)[^，。；]{0,6}(?:目标|计划|任务|值)/;

/** Whether the number is a rate, a share or an amount, by its unit and the words before it. */
export function aspectOf(unit: string, before: string): Aspect {
  if (unit !== '%' && unit !== '％' && !unit.startsWith('个百分点') && unit !== '百分点') return 'amount';
  if (rateWords.test(before)) return 'rate';
  return /(?:增速|涨幅|增幅|增长率)[^，。；]{0,8}$/.test(before) && !levelWords.test(before)
    ? 'rate'
    : /(?:增速|涨幅|增幅)/.test(before)
      ? 'rate'
      : 'share';
}

/** The facts of the statements that pass, in their order. Linear in the text. */
export function factsOf(
  report: Pick<Report, 'statements' | 'quantities'>,
  passes: (statement: Statement) => boolean,
): readonly Fact[] {
  const facts: Fact[] = [];
  let next = 0;
  let end = 0;
  let years = false;
  for (const [at, statement] of report.statements.entries()) {
    const inside: Quantity[] = [];
    while (next < report.quantities.length && (report.quantities[next]?.start ?? 0) < statement.end) {
      const quantity = report.quantities[next];
      if (quantity !== undefined && quantity.start >= statement.start) inside.push(quantity);
      next += 1;
    }
    if (statement.start > end || oneYear.test(statement.text)) years = false;
    years ||= manyYears.test(statement.text);
    end = statement.end;
    if (passes(statement)) for (const fact of factsIn(statement, at, inside, years)) facts.push(fact);
  }
  return facts;
}

interface Located {
  readonly quantity: Quantity;
  readonly from: number;
  readonly to: number;
}

function factsIn(statement: Statement, index: number, quantities: readonly Quantity[], years: boolean): Fact[] {
  const { text } = statement;
  const located = locate(text, quantities);
  const place = placesOf(statement);
  const facts: Fact[] = [];
  const add = (clause: Clause, subject: Subject, rest: Rest) => {
    facts.push({ ...place(clause, rest.quantity), ...subject, ...rest, statement: index });
  };
  let subject = nothing;
  let period = years;
  let next = 0;
  for (const clause of clausesOf(text)) {
    const words = text.slice(clause.from, clause.to);
    period = otherPeriod.test(words) || (period && !oneYear.test(words));
    let from = clause.from;
    for (; next < located.length && (located[next]?.from ?? 0) < clause.to; next += 1) {
      const found = located[next];
      if (found === undefined || found.from < from) continue;
      const { quantity } = found;
      const end = segmentEnd(text, found.to, located[next + 1]?.from ?? clause.to, clause.to);
      const own = quantity.respective?.subject ?? `${text.slice(from, found.from)} ${text.slice(found.to, end)}`;
      const named = subjectOf(own);
      const inherited = isEmpty(named);
      if (!inherited) subject = named;
      const other = period || ['annual', 'cumulative', 'since'].includes(quantity.growth?.type ?? '');
      const before = text.slice(Math.max(clause.from, found.from - 16), found.from) + leading(quantity.raw);
      const aspect = aspectOf(quantity.unit, before);
      add({ from: skipMarks(text, from), to: end }, subject, {
        quantity,
        aspect,
        otherPeriod: other,
        inherited,
        before,
      });
      from = end;
    }
    if (from === clause.from) {
      const named = subjectOf(words);
      if (!isEmpty(named)) subject = named;
      const stated = statedIn(words);
      if (stated !== undefined) add(clause, subject, { stated, otherPeriod: period, inherited: false, before: '' });
    }
  }
  return facts;
}

/** Words before the digits that belong to the number: 增长 of 增长6%. */
function leading(raw: string): string {
  return /^[^\d.-]*/.exec(raw)?.[0] ?? '';
}

/** Where the words that belong to a number end: at 、, at 和 before the next number, or with the clause. */
function segmentEnd(text: string, from: number, next: number, clauseEnd: number): number {
  const until = Math.min(next, clauseEnd);
  const pause = text.slice(from, until).search(/[、（(]/);
  if (pause >= 0) return from + pause;
  if (next >= clauseEnd) return clauseEnd;
  const and = text.slice(from, until).search(/和|及|以及/);
  return and >= 0 ? from + and : from;
}

function skipMarks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[、，,；;和及\s）)]/.test(text.charAt(at))) at += 1;
  return at;
}

/** Finds the numbers in the words of their statement; they come in the order of the text. */
const farthest = 4000;

function locate(text: string, quantities: readonly Quantity[]): Located[] {
  const located: Located[] = [];
  let at = 0;
  for (const quantity of quantities) {
    const ahead = text.slice(at, at + farthest).indexOf(quantity.raw);
    if (ahead < 0) continue;
    const from = at + ahead;
    located.push({ quantity, from, to: from + quantity.raw.length });
    at = from + 1;
  }
  return located;
}

function statedIn(words: string): Fact['stated'] {
  const match = statedWords.exec(words);
  if (match === null) return undefined;
  if (match[1] !== undefined) return 'short';
  if (match[2] !== undefined) return 'below';
  return match[3] === undefined ? 'reached' : /超额?完成/.test(match[3]) ? 'reached' : 'above';
}

type Rest = Pick<Fact, 'otherPeriod' | 'inherited' | 'before'> & Partial<Pick<Fact, 'quantity' | 'aspect' | 'stated'>>;

type Subject = Pick<Fact, 'subject' | 'tokens' | 'indicator'>;

const nothing: Subject = { subject: '', tokens: [] };

function subjectOf(subject: string): Subject {
  const indicator = mentionsIn(subject).at(-1);
  return { subject, tokens: tokensOf(subject), ...(indicator === undefined ? {} : { indicator }) };
}

function isEmpty({ tokens, indicator }: Subject): boolean {
  return tokens.length === 0 && indicator === undefined;
}

/**
 * The clauses of a statement as words of the text as given. A statement read through damage is longer there than its clean words;
 * then the place is that of the number, or of the whole statement, and the quote the clean words of the clause.
 */
function placesOf({
  text,
  start,
  end,
}: Statement): (clause: Clause, number?: Span) => Span & { readonly quote: string } {
  const pairs = text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
  const isClean = text.length === end - start && pairs === 0;
  return ({ from, to }, number = { start, end }) => ({
    start: isClean ? start + from : number.start,
    end: isClean ? start + to : number.end,
    quote: text.slice(from, to),
  });
}
