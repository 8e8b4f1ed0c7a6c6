import { type Day, dueOfWords, type Firmness } from '@huying/kit/promise';
import type { LivelihoodItem, Modality, Report, Span, Statement, Target, Task } from '@huying/reader';
import type { Clause } from './clause-list.ts';

/** A number the words promise, as written: 1.6 of 1.6万人次. */
export interface ProposedIndicator {
  readonly label: string;
  readonly value: number;
  /** Of a range the upper end. */
  readonly upper: number | null;
  /** The stretch goal beside the firm one: 力争达到635亿元. */
  readonly stretch: number | null;
  readonly unit: string;
  readonly comparator: Target['comparator'];
  readonly kind: Target['kind'];
  readonly direction: 1 | -1 | null;
  readonly quote: string;
}

export interface ProposedTask {
  readonly title: string;
  readonly due: Day | null;
}

/** What a sentence, or several, would become. What the words do not say is null, never invented. */
export interface Proposed {
  readonly kind: string;
  readonly title: string;
  readonly deliverable: string | null;
  /** A measure in words, where no number is given: 全覆盖. */
  readonly measure: string | null;
  readonly due: Day | null;
  /** The words the date was read from, or those that give none: 尽快. */
  readonly dueWords: string | null;
  readonly firmness: Firmness;
  readonly section: string | null;
  readonly domain: string | null;
  readonly indicators: readonly ProposedIndicator[];
  readonly tasks: readonly ProposedTask[];
  /** Unit the words point at. */
  readonly responsible: string | null;
}

/** A finding of the reader, to be decided on by a person. */
export interface ProposedItem {
  readonly clauses: readonly number[];
  readonly proposed: Proposed;
  readonly missing: readonly Missing[];
  /** Why the reader is not sure, in its own code and words. */
  readonly doubt: string | null;
}

/** What the words do not say: a measure at all, a number for it, a date, who answers. */
export const missingKinds = ['measure', 'value', 'due', 'owner'] as const;
export type Missing = (typeof missingKinds)[number];

const firmnessOf: Readonly<Record<Modality, Firmness>> = {
  must: 'binding',
  aim: 'aimed',
  strive: 'aimed',
  estimate: 'aimed',
  explore: 'aimed',
  plain: 'plain',
  plan: 'plain',
  propose: 'plain',
};

/** The longest title; what is longer is cut at the end of a clause and stands whole in the deliverable. */
const LONGEST = 60;
/** Longer sentences say something of their own. */
const LONGEST_HEADING = 20;
/** Below this the reader's own opinion of a sentence is a guess. */
const SURE = 0.6;
const REFORM = /改革|试点|体制机制/;
const CAMPAIGN = /专项(?:行动|整治|治理)|攻坚(?:战|行动)|整治行动|清理整治/;
/** A paragraph in which a section only says that it will say what will be done. */
const ANNOUNCEMENT = /(?:抓好|做好|落实)(?:以下|如下).{0,8}$/;
/** Words that name a date, and those that only sound like one. */
const DATED = /年内|全年|年底前?|上半年|下半年|[一二三四]季度[前末内]?|\d{1,2}月底?前?|今年|到?20\d\d年[底末]?前?/;
const UNDATED = /尽快|尽早|早日|加快|基本建成/;

/**
 * What a report promises, as items for a person to decide: each target of the economy and each sentence of the plan, with its numbers and the
 * work it announces, and each livelihood item with its parts. In the order of the text.
 * @param kinds ids of the kinds of promises the product has; what it lacks is proposed as a task
 */
export function proposalsOf(
  report: Report,
  clauses: readonly Clause[],
  year: number,
  kinds: ReadonlySet<string>,
): readonly ProposedItem[] {
  const stretches = stretchesOf(report.targets);
  const firm = report.targets.filter(({ stretchOf }) => stretchOf === undefined);
  const kindOr = (wished: string) => (kinds.has(wished) ? wished : 'task');
  const reading = { report, clauses, year, stretches, firm, kindOr };
  const taken = new Set<Target>();
  const ownTargets = new Map(
    report.items
      .toSorted((a, b) => a.end - a.start - (b.end - b.start))
      .map((item): [LivelihoodItem, readonly Target[]] => {
        const own = firm.filter((target) => within(target, item) && !taken.has(target));
        for (const target of own) taken.add(target);
        return [item, own];
      }),
  );
  const inItems = (span: Span) => report.items.some((item) => item.start <= span.start && span.end <= item.end);
  return [
    ...report.statements.flatMap((statement, index) =>
      inItems(statement) ? [] : itemsOfSentence(reading, statement, index),
    ),
    ...report.items.map((item) => itemOfLivelihood(reading, item, ownTargets.get(item) ?? [])),
  ].sort((a, b) => (a.clauses[0] ?? 0) - (b.clauses[0] ?? 0));
}

/** The sentence that opens a paragraph and only names what it is about: a heading that shares the paragraph with its text. */
function isHeading(clauses: readonly Clause[], clause: Clause, words: string): boolean {
  const [bare = '', title] = [words, clause.section ?? ''].map((text) => text.replaceAll(/[\s\p{P}]/gu, ''));
  const [before, after] = [clauses[clause.no - 2], clauses[clause.no]];
  const opens = before?.paragraph !== clause.paragraph && after?.paragraph === clause.paragraph;
  return bare === title || (opens && bare.length <= LONGEST_HEADING && !/\d/.test(bare));
}

interface Reading {
  readonly report: Report;
  readonly clauses: readonly Clause[];
  readonly year: number;
  /** Stretch goals by the firm target they stand beside. */
  readonly stretches: ReadonlyMap<Target, number>;
  readonly firm: readonly Target[];
  kindOr(wished: string): string;
}

function itemsOfSentence(reading: Reading, statement: Statement, index: number): ProposedItem[] {
  const { report, clauses, firm, kindOr } = reading;
  const clause = clauses[index];
  const targets = firm.filter((target) => within(target, statement));
  const tasks = report.tasks.filter((task) => within(task, statement));
  const promises = statement.role === 'plan' && (statement.kind === 'task' || statement.kind === 'target');
  if (clause === undefined || (!promises && targets.length === 0)) return [];
  if (ANNOUNCEMENT.test(statement.text.replace(/[。：；]$/, '')) && targets.length === 0) return [];
  const macro = targets.filter(({ group }) => group === 'macro');
  const rest = targets.filter(({ group }) => group !== 'macro');
  const made = (kind: string, title: string, own: readonly Target[], parts: readonly Task[]) =>
    itemFrom(reading, {
      kind,
      title,
      words: statement.text,
      clauses: [clause.no],
      section: clause.section,
      domain: null,
      modalities: [statement.modality, ...own.map(({ modality }) => modality)],
      targets: own,
      tasks: parts,
      doubt:
        statement.certainty < SURE
          ? 'statement'
          : targets.length === 0 && isHeading(clauses, clause, statement.text)
            ? 'heading'
            : null,
    });
  const items = macro.map((target) => made(kindOr('indicator'), titleOf(target.quote), [target], []));
  if (macro.length > 0 && rest.length === 0 && statement.kind === 'target') return items;
  if (promises || rest.length > 0) {
    const kind = CAMPAIGN.test(statement.text) ? 'campaign' : REFORM.test(statement.text) ? 'reform' : 'task';
    const own = tasks.filter((task) => !macro.some((target) => within(target, task)));
    items.push(made(kindOr(kind), titleOf(statement.text), rest, own));
  }
  return items;
}

function itemOfLivelihood(reading: Reading, item: LivelihoodItem, targets: readonly Target[]): ProposedItem {
  const { report, clauses, kindOr } = reading;
  const own = clauses.filter((clause) => within({ start: clause.start, end: clause.stop }, item));
  const sentences = report.statements.filter((statement) => within(statement, item));
  const words = item.parts.map(({ text }) => text).join('');
  const nearest = clauses.findLast(({ start }) => start <= item.start) ?? clauses[0];
  return itemFrom(reading, {
    kind: kindOr('livelihood'),
    title: titleOf(item.title ?? words),
    words: words === '' ? (item.title ?? '') : words,
    clauses: own.length > 0 ? own.map(({ no }) => no) : [nearest?.no ?? 1],
    section: own[0]?.section ?? null,
    domain: item.domain ?? null,
    modalities: [...sentences.map(({ modality }) => modality), ...targets.map(({ modality }) => modality)],
    targets,
    tasks: report.tasks.filter((task) => within(task, item)),
    parts: item.parts.map(({ text }) => text),
    doubt: null,
  });
}

interface Found {
  readonly kind: string;
  readonly title: string;
  readonly words: string;
  readonly clauses: readonly number[];
  readonly section: string | null;
  readonly domain: string | null;
  readonly modalities: readonly Modality[];
  readonly targets: readonly Target[];
  readonly tasks: readonly Task[];
  /** Numbered parts, where the report has them: they are the tasks then. */
  readonly parts?: readonly string[];
  readonly doubt: string | null;
}

function itemFrom({ year, stretches }: Reading, found: Found): ProposedItem {
  const { targets, tasks, words } = found;
  const stated = [...targets, ...tasks].map(({ deadline }) => deadline).filter((day) => day !== null);
  const read: ReturnType<typeof dueOfWords> = stated.length === 0 ? dueOfWords(words, year) : { due: null };
  const due = stated.length > 0 ? (stated.toSorted().at(-1) ?? null) : read.due;
  const qualitative = tasks.find((task) => task.qualitative !== undefined)?.qualitative ?? null;
  const responsible = tasks.find((task) => task.responsible !== undefined)?.responsible ?? null;
  const indicators = targets.map((target) => indicatorOf(target, stretches.get(target) ?? null));
  const missing: Missing[] = [];
  if (indicators.length === 0) missing.push(qualitative === null ? 'measure' : 'value');
  if (due === null) missing.push('due');
  if (responsible === null) missing.push('owner');
  // That there is no date at all is said by what is missing.
  const undated = read.doubt === undefined || read.doubt === 'undated' ? null : `due.${read.doubt}`;
  const doubts = [found.doubt, ...targets.map(({ doubt }) => doubt ?? null), undated].filter((doubt) => doubt !== null);
  return {
    clauses: found.clauses,
    missing,
    doubt: doubts.length === 0 ? null : [...new Set(doubts)].join('；'),
    proposed: {
      kind: found.kind,
      title: found.title,
      deliverable: wholeOf(words) === found.title || words === '' ? null : words.slice(0, 2000),
      measure: qualitative,
      due,
      dueWords: (DATED.exec(words) ?? UNDATED.exec(words))?.[0] ?? null,
      firmness: firmnessOfAll(found.modalities),
      section: found.section,
      domain: found.domain,
      indicators,
      tasks:
        found.parts !== undefined && found.parts.length > 1
          ? found.parts.map((title) => ({ title: title.slice(0, 200), due: null }))
          : tasks.length > 1
            ? tasks.map(({ quote, deadline }) => ({ title: quote.slice(0, 200), due: deadline }))
            : [],
      responsible,
    },
  };
}

function indicatorOf(target: Target, stretch: number | null): ProposedIndicator {
  const { metric, quote, value, upper, unit, comparator, kind, direction } = target;
  return {
    label: (metric === '' ? quote : metric).slice(0, 80),
    value,
    upper: upper ?? null,
    stretch,
    unit: unit.slice(0, 20),
    comparator,
    kind,
    direction: direction ?? null,
    quote,
  };
}

/** The firmest word governs: 确保 beside 力争 is binding. */
function firmnessOfAll(modalities: readonly Modality[]): Firmness {
  const all = new Set(modalities.map((modality) => firmnessOf[modality]));
  if (all.has('binding')) return 'binding';
  return all.has('aimed') ? 'aimed' : 'plain';
}

/** The words without their closing mark; longer ones up to the last clause that fits. */
export function titleOf(words: string): string {
  const plain = wholeOf(words);
  if (plain.length <= LONGEST) return plain;
  const head = plain.slice(0, LONGEST);
  const end = Math.max(...['，', '；', '。', ','].map((mark) => head.lastIndexOf(mark)));
  return end >= 8 ? head.slice(0, end) : head;
}

function wholeOf(words: string): string {
  return words.replaceAll(/\s+/g, '').replace(/[。；，、：]+$/, '');
}

function stretchesOf(targets: readonly Target[]): ReadonlyMap<Target, number> {
  const stretches = new Map<Target, number>();
  for (const { stretchOf, value } of targets) {
    const firm = stretchOf === undefined ? undefined : targets[stretchOf];
    if (firm !== undefined) stretches.set(firm, value);
  }
  return stretches;
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
