import { createHash } from 'node:crypto';
import type { Day } from '@huying/kit/promise';
import { type Ctx, canonicalBytes } from '../../ledger/index.ts';
import type { PromiseWorld } from '../core/promise-world.ts';
import { ordersOf } from './editor.ts';
import { type LineIndicator, type LineRecord, linesOf, type PlanRecord } from './plan.store.ts';

/** The columns of a decomposition plan, in their order. */
export const PLAN_COLUMNS = ['序号', '任务', '目标', '牵头单位', '配合单位', '分管区领导', '完成时限'] as const;

export interface PlanLine {
  readonly no: number;
  readonly promise: string;
  readonly number: string;
  readonly task: string;
  readonly target: string;
  readonly lead: string | null;
  readonly assisting: readonly string[];
  /** Of those assisting, the units that are asked (商请), not ordered. */
  readonly asked: readonly string[];
  readonly leader: string | null;
  readonly due: Day | null;
  /** What stands in the column: 2026年12月底前, or the report's own words where there is no date. */
  readonly dueText: string;
  readonly sources: readonly {
    readonly page: number | null;
    readonly paragraph: number;
    readonly no: number;
    readonly words: string;
  }[];
}

export interface PlanSection {
  /** The leader in charge; null for tasks nobody is in charge of yet. */
  readonly leader: { readonly post: string; readonly name: string } | null;
  readonly lines: readonly PlanLine[];
}

/** A plan as it is printed: plain values, every line with the sentences it comes from. */
export interface PlanContent {
  readonly title: string;
  readonly year: number;
  readonly edition: number;
  readonly document: string | null;
  readonly meeting: string | null;
  readonly decidedOn: Day | null;
  readonly issuedOn: Day | null;
  readonly columns: readonly string[];
  readonly sections: readonly PlanSection[];
  readonly count: number;
}

/** The plan as it stands; one that was issued, exactly as it was issued. */
export async function contentNow(
  ctx: Ctx,
  world: Pick<PromiseWorld, 'org' | 'today' | 'setting'>,
  plan: PlanRecord,
): Promise<PlanContent> {
  if (plan.frozen !== null) return plan.frozen;
  return contentOf(world, plan, await linesOf(ctx.tx, ctx.tenant, plan, world.today));
}

/** The content of a plan made of its lines, grouped by leader in charge and numbered through. */
export function contentOf(
  world: Pick<PromiseWorld, 'org' | 'setting'>,
  plan: PlanRecord,
  lines: readonly LineRecord[],
): PlanContent {
  const posts = [...new Set(lines.map(leaderOf))].sort((a, b) => Number(a === null) - Number(b === null));
  let no = 0;
  const sections = posts.map((post): PlanSection => {
    const name = world.org.holderName(post) ?? '';
    const own = lines.filter((line) => leaderOf(line) === post);
    return {
      leader: post === null ? null : { post, name },
      lines: own.map((line) => {
        no += 1;
        return lineOf(world, line, no, post === null ? null : name);
      }),
    };
  });
  const { title, year, edition, document, meeting, decidedOn, issuedOn } = plan;
  const head = { title, year, edition, document, meeting, decidedOn, issuedOn };
  return { ...head, columns: PLAN_COLUMNS, sections, count: no };
}

/** SHA-256 of a plan's content, hexadecimal, over its canonical bytes. */
export function digestOf(content: PlanContent): string {
  return createHash('sha256').update(canonicalBytes(content)).digest('hex');
}

/** The post of the leader in charge. */
export function leaderOf({ duties }: Pick<LineRecord, 'duties'>): string | null {
  return duties.findLast(({ part }) => part === 'leader')?.post ?? null;
}

/** The units of a line: who leads, and all others. */
export function unitsOf({ duties }: Pick<LineRecord, 'duties'>): { lead: string | null; others: readonly string[] } {
  const lead = duties.findLast(({ part }) => part === 'lead')?.unit ?? null;
  const others = duties.flatMap(({ part, unit }) => (part !== 'lead' && unit !== null ? [unit] : []));
  return { lead, others };
}

function lineOf(
  world: Pick<PromiseWorld, 'org' | 'setting'>,
  line: LineRecord,
  no: number,
  leader: string | null,
): PlanLine {
  const { lead, others } = unitsOf(line);
  const isOrdered = ordersOf(world);
  const nameOf = (unit: string) => world.org.unit(unit)?.name.zh ?? '';
  return {
    no,
    promise: line.promise,
    number: line.number,
    task: line.title,
    target: targetText(line),
    lead: lead === null ? null : nameOf(lead),
    assisting: others.map(nameOf),
    asked: [lead, ...others].flatMap((unit) => (unit === null || isOrdered(unit) ? [] : [nameOf(unit)])),
    leader,
    due: line.due,
    dueText: dueText(line),
    sources: line.sources,
  };
}

/**
 * What is to be reached: before the issue in the report's own words; afterwards the numbers as they are now, for a revision changes them
 * and not the words. Without either, what is to be there.
 */
export function targetText({
  indicators,
  measure,
  deliverable,
  issued,
}: Pick<LineRecord, 'indicators' | 'measure' | 'deliverable' | 'issued'>): string {
  const told = indicators.flatMap((indicator) => indicatorText(indicator) ?? []);
  const numbers = told.length > 0 ? `${told.join('；')}。` : null;
  return (issued ? (numbers ?? measure) : (measure ?? numbers)) ?? deliverable ?? '';
}

function indicatorText({ label, unit, aim, value, upper }: LineIndicator): string | null {
  const written = (figure: number | null) => `${figure ?? ''}${unit}`;
  switch (aim) {
    case 'up':
      return `${label}${written(value)}`;
    case 'down':
      return `${label}降至${written(value)}`;
    case 'cap':
      return value !== null && value < 0 ? `${label}下降${written(-value)}` : `${label}不超过${written(value)}`;
    case 'band':
      return `${label}${value ?? ''}至${written(upper)}`;
    case 'growth':
      return `${label}增长${written(value)}`;
    default:
      return null;
  }
}

/** 2026年12月底前, 2026年6月15日前; without a date the report's own words. */
export function dueText({ due, dueWords }: Pick<LineRecord, 'due' | 'dueWords'>): string {
  if (due === null) return dueWords ?? '';
  const [year = 0, month = 0, date = 0] = due.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return date === last ? `${year}年${month}月底前` : `${year}年${month}月${date}日前`;
}
