import type { Block, Cell, Ground, OfficialDocument, Row } from '@huying/kit/document';
import { chineseDate, figure, figureText, run, text } from '@huying/kit/document';
import type { Claim, Day, Light, RoundingRule } from '@huying/kit/promise';
import type { IndicatorFacts, PromiseFacts, YearFacts } from './facts.ts';
import type { RankingFacts } from './ranking-facts.ts';

/** The kinds of papers that are made here. */
export const PAPER_KINDS = [
  'bulletin',
  'letter',
  'ranking',
  'projects',
  'livelihood',
  'indicators',
  'appendix',
  'glossary',
  'memo',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** A paper and what has to be true of its numbers before it is signed. */
export interface Paper {
  readonly document: OfficialDocument;
  readonly claims: readonly Claim[];
}

/** What somebody wrote into a draft. */
export interface PaperWords {
  /** By promise: why it is behind, and what is to be done by when. */
  readonly reasons: Readonly<Record<string, { readonly reason?: string; readonly next?: string }>>;
  /** Paragraphs at the end of the body. */
  readonly paragraphs: readonly string[];
}

export interface IssueBefore {
  readonly document: string;
  readonly asOf: Day;
  readonly lights: Readonly<Record<string, Light | null>>;
  readonly onTime: number | null;
}

export interface CorrectionFacts {
  readonly id: string;
  readonly bulletin: string;
  readonly document: string;
  readonly label: string;
  readonly old: string;
  readonly new: string;
  readonly reason: string;
}

/** Everything a paper is composed of. Frozen with it. */
export interface PaperInput {
  readonly kind: PaperKind;
  readonly facts: YearFacts;
  readonly words: PaperWords;
  readonly ranking: RankingFacts | null;
  /** Earlier issues of the year, the latest first. */
  readonly before: readonly IssueBefore[];
  readonly corrections: readonly CorrectionFacts[];
  readonly offices: Offices;
  /** Of a letter, whom it is for. */
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly glossary: readonly { readonly term: string; readonly definition: string }[];
}

/** Who issues, in the district's own words. */
export interface Offices {
  /** In red over the bulletin: 清江区督查通报. */
  readonly bulletin: string;
  /** Signs bulletins: 清江区人民政府督查室. */
  readonly office: string;
  /** In red over letters, and signs them: 清江区人民政府办公室. */
  readonly letters: string;
  readonly recipients: readonly string[];
  readonly copies: readonly string[];
}

/** One rule for every number of a paper, printed on it. */
export const ROUNDING: RoundingRule = { decimals: 1, half: 'up' };
export const ROUNDING_NOTE = '比率和差值按四舍五入保留一位小数。';
export const CAP_NOTE = '汇总加权进度时，单项完成率超过100%的按100%计。';

/** A share as printed: 41.7%. */
export const percent = (share: number | null): string => (share === null ? '—' : `${figureText(share * 100, 1)}%`);

export function percentCell(share: number | null, ...grounds: readonly Ground[]): Cell {
  const cell = figure(share === null ? null : share * 100, 1, ...grounds);
  return { ...cell, words: percent(share) };
}

/** +4.1, −8.3: points from the path. */
export function pointsCell(points: number | null, ...grounds: readonly Ground[]): Cell {
  const cell = figure(points, 1, ...grounds);
  const words =
    points === null
      ? '—'
      : cell.words.startsWith('-')
        ? `−${cell.words.slice(1)}`
        : Number(cell.words) === 0
          ? cell.words
          : `+${cell.words}`;
  return { ...cell, words };
}

export const promiseGround = ({ id }: Pick<PromiseFacts, 'id'>): Ground => ({ kind: 'promise', id });

/** What a number of an indicator rests on: the value that was entered, else the indicator. */
export function valueGround(
  promise: Pick<PromiseFacts, 'id'>,
  indicator: IndicatorFacts | undefined,
): readonly Ground[] {
  if (indicator === undefined) return [promiseGround(promise)];
  return indicator.observation === null
    ? [{ kind: 'indicator', id: indicator.name, of: promise.id }]
    : [{ kind: 'observation', id: indicator.observation, of: promise.id }];
}

/** The indicator that stands for a promise in a line of a table: the first with an aim, else the first. */
export function mainIndicator({ indicators }: PromiseFacts): IndicatorFacts | undefined {
  return indicators.find(({ aim }) => aim !== 'followed' && aim !== 'milestones') ?? indicators[0];
}

/** A value with its unit: 31个; — where nothing was observed. */
export function valueWords(indicator: IndicatorFacts | undefined): string {
  if (indicator === undefined || indicator.value === null) return '—';
  // What a growth target is about is the growth.
  if (indicator.aim === 'growth' && indicator.growth !== null) return `增长${figureText(indicator.growth, 1)}%`;
  return `${figureText(indicator.value, indicator.decimals)}${indicator.unit}`;
}

/** The sentence as the report has it, with its page: （第6页）. */
export function sourceCell(promise: PromiseFacts): Cell {
  const [first, ...more] = promise.clauses;
  if (first === undefined) return text(promise.title, promiseGround(promise));
  const words = promise.clauses.map((one) => one.words).join('');
  const page = first.page === null ? '' : `（第${first.page}页）`;
  const grounds = [first, ...more].map(
    ({ report, no }): Ground => ({ kind: 'clause', id: `${report}/${no}`, of: promise.id }),
  );
  return text(`${words}${page}`, promiseGround(promise), ...grounds);
}

export const units = ({ assisting }: PromiseFacts): string => assisting.join('、');

export const dateWords = (day: Day | null): string => (day === null ? '—' : chineseDate(day));

export const plainRow = (id: string, ...cells: readonly Cell[]): Row => ({ id, kind: 'plain', cells });
export const totalRow = (id: string, ...cells: readonly Cell[]): Row => ({ id, kind: 'total', cells });
export const bandRow = (id: string, words: string): Row => ({ id, kind: 'band', cells: [text(words)] });

/** Counts of a list, each resting on the promises it counts. */
export function countRun(words: string, list: readonly PromiseFacts[], unit = '项') {
  return run(`${words}${list.length}${unit}`, ...list.map(promiseGround));
}

/** `数据截至2027年4月30日　读取时间2027-05-04 09:12`. */
export function underOf({ asOf, readAt }: YearFacts): string {
  return `数据截至${chineseDate(asOf)}　取数时间${readAt}`;
}

export function extraParagraphs(words: PaperWords): readonly Block[] {
  return words.paragraphs.map((paragraph) => ({
    block: 'paragraph' as const,
    runs: [{ words: paragraph, grounds: [] }],
  }));
}

/** What is neither cancelled nor unknown to the year's reckoning. */
export const live = (promises: readonly PromiseFacts[]): readonly PromiseFacts[] =>
  promises.filter(({ official }) => official !== 'cancelled');
