import { deadlineIn, type FoundQuantity } from '../quantity/index.ts';
import type { SectionRole, Target, TargetKind, Task } from '../report.ts';
import { modalityOf, type ReadSentence, type StatementReading, workedYear } from '../statement/index.ts';
import { type GivenText, quoteOf, spanOf } from '../text/index.ts';
import type { Segment, Stretch } from './clause.ts';
import { type Commitment, commitmentsIn } from './commitment.ts';
import { targetKindOf } from './kind.ts';
import { metricOf } from './metric.ts';
import { tasksIn } from './task.ts';
import { openingVerb, withoutManner } from './verb.ts';

/** Sections in which a number may be promised. */
const PROMISING: ReadonlySet<SectionRole> = new Set(['plan', 'longPlan', 'items', 'requirements', 'closing']);
/** 力争、确保、达到、目标: words that make a promise of a number even in a sentence of requirements. */
const COMMITTING = /力争|争取|确保|目标|达到|控制在|不低于|不少于/;
/** The colon of a ratio (2.1:1) does not end what 到2030年 rules. */
const RATIO = /(\d):(?=\d)/g;
const ITEMS_LEAD = /民生实事|为民办?实事|惠民实事|民心工程|办实事|实事项目|民生微实事/;

/** The numeric targets of the coming period and the tasks announced, in the order of the text. */
export function targetsOf(
  given: GivenText,
  sentences: readonly ReadSentence[],
  statements: readonly StatementReading[],
  known: number | undefined,
): { readonly targets: readonly Target[]; readonly tasks: readonly Task[] } {
  const year = workedYear(sentences, known);
  const targets: Target[] = [];
  const tasks: Task[] = [];
  sentences.forEach((read, index) => {
    const statement = statements[index];
    if (!statement) return;
    const found = promises(read, statement) ? targetsIn({ given, read, statement, index, year }, targets.length) : [];
    for (const { target } of found) targets.push(target);
    if (announces(read, statement)) {
      const first = targets.length - found.length;
      tasks.push(
        ...tasksIn(
          given,
          read,
          year,
          found.map(({ at, target }, offset) => ({ index: first + offset, at, target })),
        ),
      );
    }
  });
  return { targets, tasks };
}

function promises(read: ReadSentence, statement: StatementReading): boolean {
  const { role, heading } = read.sentence;
  if (read.quantities.length === 0 || role === 'completion' || role === 'glossary') return false;
  // 一、新增养老床位4000张: the heading of an item may be the item; 2024年十件民生实事 only names the list
  if (heading)
    return (
      (PROMISING.has(role) || statement.ahead) &&
      statement.kind === 'task' &&
      !ITEMS_LEAD.test(read.sentence.passage.text)
    );
  if (statement.kind === 'target' || statement.kind === 'task') return true;
  return statement.kind === 'requirement' && PROMISING.has(role);
}

/** In a heading or a sentence of requirements only written digits commit, in the latter only beside 力争, 达到 or the like. */
function stands({ read, statement }: Source, { quantity, clause, time }: Commitment): boolean {
  const { heading, passage, role } = read.sentence;
  // A look back, or a part that no one knows, promises only where the clause itself turns forward
  const ahead = statement.ahead && quantity.from >= (statement.aheadFrom ?? 0);
  if (!ahead && !PROMISING.has(role) && statement.kind !== 'target' && time?.time !== 'future') return false;
  if (!heading && statement.kind !== 'requirement') return true;
  if (!/\d/.test(passage.text.slice(quantity.digitsFrom, quantity.digitsTo))) return false;
  return statement.kind !== 'requirement' || COMMITTING.test(passage.text.slice(clause.from, clause.to));
}

function announces(read: ReadSentence, statement: StatementReading): boolean {
  return statement.kind === 'task' && !read.sentence.heading;
}

interface Placed {
  readonly at: number;
  /** The next number follows without a word between. */
  readonly paired: boolean;
  /** The next number follows behind a list mark. */
  readonly listed: boolean;
  /** It is one of several subjects before 分别. */
  readonly shared: boolean;
  /** The verb before it, its name where nothing else is said. */
  readonly deed: string;
  readonly target: Target;
}

/** A sentence with all that its targets are made from. */
interface Source {
  readonly given: GivenText;
  readonly read: ReadSentence;
  readonly statement: StatementReading;
  /** Its place among the statements. */
  readonly index: number;
  readonly year: number | undefined;
}

function targetsIn(source: Source, offset: number): readonly Placed[] {
  const { read, year } = source;
  const found: Placed[] = [];
  const dated = read.sentence.passage.text.replace(RATIO, '$1/');
  const group = groupOf(read, source.statement);
  let inherited = '';
  for (const commitment of commitmentsIn(read.sentence.passage.text, read.quantities, year)) {
    if (!stands(source, commitment)) continue;
    const { quantity } = commitment;
    const last = found.at(-1)?.target;
    // 财政收入达到6.35亿元，增长12%，力争完成6.6亿元: the aim goes on from the amount, not from its rate
    const alike = [found.length - 1, found.length - 2].find((at) => found[at]?.target.unit === quantity.unit) ?? -1;
    const target = targetFrom({ ...source, commitment, dated, group, inherited, last: found[alike]?.target ?? last });
    inherited = target.metric.replace(/(?:增速|降幅|涨幅|增幅)$/, '') || inherited;
    const beside = quantity.stretch && alike >= 0;
    found.push({
      at: quantity.from,
      paired: commitment.paired,
      listed: read.sentence.passage.text[quantity.to] === '、',
      shared: quantity.respective !== undefined,
      deed: deedIn(commitment.segment.before),
      target: beside ? { ...target, stretchOf: offset + alike } : target,
    });
  }
  return named(found);
}

/** 新建1所、改扩建5所社区服务中心: a number without words of its own takes the name that stands behind the next one. */
function named(found: readonly Placed[]): readonly Placed[] {
  return found.map((placed, index) => {
    const next = found[index + 1];
    const { metric, unit } = placed.target;
    if (metric !== '') return next && placed.shared ? renamed(placed, withEnding(metric, next.target.metric)) : placed;
    const shares = next && (placed.paired || placed.listed || next.target.unit === unit);
    return renamed(placed, (shares && next.target.metric) || placed.deed);
  });
}

function deedIn(before: string): string {
  const words = withoutManner(before.trim());
  return openingVerb(words)?.verb ?? words;
}

function renamed(placed: Placed, metric: string): Placed {
  return metric === placed.target.metric ? placed : { ...placed, target: { ...placed.target, metric } };
}

/** 城镇和农村居民收入分别增长: the ending that the subjects share stands behind the last one only. */
function withEnding(metric: string, next: string): string {
  const own = metric.replace(GROWING, '');
  const growing = GROWING.exec(next)?.[0] ?? '';
  const place = AREA.test(own) && AREA.test(next) ? 2 : next.indexOf(own.slice(-2)) + 2;
  const ending = next.slice(place, next.length - growing.length);
  return place > 1 && ending.length > 1 && own.length <= place ? `${own}${ending}${growing}` : metric;
}
const GROWING = /(?:增速|降幅|涨幅|增幅)$/;
const AREA = /^(?:城镇|城市|农村|乡村|城区|县域)(?:$|居民)/;

interface Making extends Source {
  readonly commitment: Commitment;
  /** The sentence as the reader of deadlines takes it. */
  readonly dated: string;
  readonly group: Target['group'];
  /** Metric of the number before in the sentence. */
  readonly inherited: string;
  /** The target before in the sentence, one of the same unit where it stands near. */
  readonly last: Target | undefined;
}

function targetFrom(making: Making): Target {
  const { given, read, statement, index, year, commitment, dated, group, inherited, last } = making;
  const { quantity, clause, segment, comparator, paired } = commitment;
  const { passage, role } = read.sentence;
  const text = passage.text;
  const clauseBefore = text.slice(clause.from, quantity.from);
  const own = targetKindOf(quantity, kindWords(text, clause, segment, quantity), segment.after);
  const kind = last && last.unit === quantity.unit && continues(segment) ? continued(last, segment) : own;
  const to = segment.leads ? segment.to : Math.max(quantity.to, segment.from + segment.before.length);
  const span = spanOf(given, passage, segment.from, to);
  const modality = modalityOf(text.slice(clause.from, clause.to));
  const doubt = doubtOf(role, statement);
  return {
    start: span.start,
    end: span.end,
    quote: quoteOf(given, passage, segment.from, to),
    metric: metricOf(quantity, segment, clauseBefore, kind, paired ? '' : inherited),
    value: quantity.value,
    ...(quantity.upper === undefined ? {} : { upper: quantity.upper }),
    unit: quantity.unit,
    scale: quantity.scale,
    comparator,
    kind,
    deadline: deadlineIn(dated, { from: quantity.from, to: quantity.to }, year),
    ...(quantity.direction === undefined ? {} : { direction: quantity.direction }),
    modality: modality === 'plain' || modality === 'explore' ? statement.modality : modality,
    group,
    ...(role === 'items' ? {} : { statement: index }),
    ...(doubt ? { doubt } : {}),
  };
}

/** 增长8%、力争达到10%: nothing but aiming stands before the second number; it measures what the first one measures. */
function continues(segment: Segment): boolean {
  return (
    !segment.leads &&
    /^(?:并|力争|争取|确保|努力|奋力|竭尽全力|全力|向|再|实现|完成|达到|突破|冲刺|达|到|超过?|挑战|以上|更高|[，,、“”\s])*$/.test(
      segment.before,
    )
  );
}

/** 建成高速公路133公里、达到576公里: after a deed a bare 达到 gives the stock it leads to. */
function continued(last: Target, { before }: Segment): TargetKind {
  return last.kind === 'new' && /达|增至|累计/.test(before) && !/力争|争取|冲刺|确保/.test(before)
    ? 'level'
    : last.kind;
}

/** The words that decide the kind: those of the number's own segment, with the clause's verb where the segment has none. */
function kindWords(text: string, clause: Stretch, segment: Segment, quantity: FoundQuantity): string {
  const own = text.slice(segment.from, quantity.digitsFrom);
  return quantity.respective || own.length < 2 ? text.slice(clause.from, quantity.digitsFrom) : own;
}

function groupOf(read: ReadSentence, statement: StatementReading): Target['group'] {
  const { role, passage, headings } = read.sentence;
  if (role === 'items' || ITEMS_LEAD.test(passage.text) || headings.some((title) => ITEMS_LEAD.test(title)))
    return 'livelihood';
  return statement.kind === 'target' ? 'macro' : 'task';
}

function doubtOf(role: SectionRole, statement: StatementReading): string | undefined {
  if (role === 'retrospective' || role === 'problems') return 'in-retrospective';
  if (!PROMISING.has(role)) return 'section-unknown';
  return statement.certainty < 0.6 ? 'kind-uncertain' : undefined;
}
