import type { SectionRole, StatementKind } from '../report.ts';
import { courseOf, type Placing, type Step } from './course.ts';
import { evidenceOf, turnIn } from './evidence.ts';
import { type KindReading, kindOf } from './kind.ts';
import type { ReadSentence } from './read-sentence.ts';

/** A kind, and whether the words place the sentence ahead although its section does not. */
export interface PlacedReading extends KindReading {
  readonly ahead: boolean;
  /** Where in the sentence what is ahead begins, if not with its first word. */
  readonly aheadFrom?: number;
}

const AHEAD: ReadonlySet<SectionRole> = new Set(['plan', 'longPlan', 'requirements', 'items']);
/** Sections whose time may be in question; the others say what they are by their words or by the shape of their rows. */
const IN_QUESTION: ReadonlySet<SectionRole> = new Set([
  'front',
  'other',
  'retrospective',
  'requirements',
  'plan',
  'longPlan',
  'items',
]);

const TITLE_PAST =
  /回顾|总结|(?:工作|完成|落实|办理|执行|进展)情况|取得的?[^，。]{0,6}成[绩就效]|(?:过去|去年|[一三五]年来)|20\d\d年以来/;
const TITLE_AHEAD =
  /安排|打算|部署|(?:主要|重点|目标|工作)任务|(?:预期|奋斗|发展|主要|工作)目标|工作(?:重点|思路|建议|要点|举措)|今年(?!以来)|今后|下一步|实事(?!.*情况)/;

/** How much a section weighs against the words of its sentences: a title that names its time almost settles it, a guess hardly. */
const BY_TITLE = 4;
const BY_LIST = 2.5;
const BY_REQUIREMENT = 3;
const BY_GUESS = 0.1;
const BY_DEFAULT = -0.3;
const BY_NOTHING = -0.1;
const BY_LEANING = 0.3;

/** Shorter texts are cuttings, whose parts may stand anywhere. */
const WHOLE = 80;
/** 说道：“…”, 第580章: a tale, whoever speaks of targets in it. */
const TALE =
  /(?:说道|笑道|问道|答道|喊道|叹道|冷笑|便说|笑着说|缓缓说|淡淡地)[^。]{0,4}[:：“"]?|^\s*第[\d一二三四五六七八九十百千]+章(?:\s|$)/;

/** Kinds of all sentences, in order, each placed before or ahead of the time of speaking. */
export function placed(sentences: readonly ReadSentence[], year: number | undefined): readonly PlacedReading[] {
  if (isWhole(sentences)) return withoutTold(sentences, behindGoals(sentences, year), year);
  if (isTale(sentences)) return sentences.map((read) => unpromised(kindOf(read, year)));
  return inCourse(sentences, year);
}

/** A whole report tells by its own order what is past and what is planned. */
function isWhole(sentences: readonly ReadSentence[]): boolean {
  const roles = new Set(sentences.map(({ sentence }) => sentence.role));
  if (!roles.has('retrospective') || !(roles.has('plan') || roles.has('longPlan'))) return false;
  return sentences.length >= WHOLE || roles.has('problems');
}

function isTale(sentences: readonly ReadSentence[]): boolean {
  let told = 0;
  for (const { sentence } of sentences) if (TALE.test(sentence.passage.text.slice(0, 200))) told += 1;
  return told >= 2;
}

function unpromised(reading: KindReading): PlacedReading {
  const promises = reading.kind === 'task' || reading.kind === 'target';
  return promises ? { kind: 'background', certainty: 0.6, ahead: false } : { ...reading, ahead: false };
}

/**
 * Where a lost heading left the goals of the year in the look back, what follows them there is the plan. Only 预期目标是 is
 * believed to say so: a result taken for a target would be the worse mistake.
 */
function behindGoals(sentences: readonly ReadSentence[], year: number | undefined): readonly PlacedReading[] {
  let carried = false;
  return sentences.map((read) => {
    const { sentence } = read;
    if (sentence.role !== 'retrospective') {
      carried = false;
      return { ...kindOf(read, year), ahead: false };
    }
    if (carried) return movedAhead(read, year, 0.65);
    const reading = kindOf(read, year);
    carried = reading.kind === 'target' && /预期目标/.test(sentence.passage.text);
    return { ...reading, ahead: carried };
  });
}

/** Only paragraphs with one of these words can tell so plainly of the past; the others need no weighing. */
const HINT =
  /去年|上年|过去|年来|以来|同比|位[居列]|排名|居全|初步|荣获|获评|超额|圆满|顺利|克服|(?<![为除罢末未])了|已[经完建达累全]|截[至止]|季度/;

/**
 * What a plan plainly tells as done stays out of it, be its title wrong or its look back long: the same course as in a cutting,
 * where the section weighs as much as a title that names its time.
 */
function withoutTold(
  sentences: readonly ReadSentence[],
  readings: readonly PlacedReading[],
  year: number | undefined,
): readonly PlacedReading[] {
  const telling = new Set<number>();
  for (const { sentence } of sentences) if (HINT.test(sentence.passage.text)) telling.add(sentence.paragraph);
  const isPlanned = ({ sentence }: ReadSentence) =>
    (sentence.role === 'plan' || sentence.role === 'longPlan') && telling.has(sentence.paragraph);
  const steps = sentences.filter(isPlanned).map((read) => ({ ...stepOf(read), prior: BY_TITLE }));
  const placings = courseOf(steps, year);
  let at = 0;
  return sentences.map((read, index) => {
    const reading = readings[index] as PlacedReading;
    const placing = isPlanned(read) ? placings[at++] : undefined;
    return !placing || placing.ahead || placing.support <= 0 ? reading : placedAs(read, placing, year);
  });
}

/** In a cutting the words of all its sentences together say where the past ends and the plan begins. */
function inCourse(sentences: readonly ReadSentence[], year: number | undefined): readonly PlacedReading[] {
  const open = sentences.filter(({ sentence }) => IN_QUESTION.has(sentence.role));
  const steps = open.map(stepOf);
  const placings = courseOf(listsDeeds(steps, year) ? steps.map(leaningAhead) : steps, year);
  let at = 0;
  return sentences.map((read) => {
    const placing = IN_QUESTION.has(read.sentence.role) ? placings[at++] : undefined;
    return placing === undefined ? { ...kindOf(read, year), ahead: false } : placedAs(read, placing, year);
  });
}

/** 今年十件实事出炉: what a text announces so and tells no results beside is read as the list. */
const DEEDS_OF_YEAR =
  /(?:今年|明年|新的一年|20\d\d年)[^，。；]{0,16}(?:[\d一二三四五六七八九十]{1,3}[件项]|为民|民生)[^，。；]{0,10}实事/;

function listsDeeds(steps: readonly Step[], year: number | undefined): boolean {
  if (!steps.some(({ text }) => DEEDS_OF_YEAR.test(text.slice(0, 200)))) return false;
  const evidence = steps.map(({ text }) => evidenceOf(text, year));
  return evidence.some((weight) => weight >= BY_LIST) && evidence.every((weight) => weight > -BY_LIST);
}

function leaningAhead(step: Step): Step {
  return step.prior === BY_DEFAULT || step.prior === BY_NOTHING ? { ...step, prior: BY_LEANING } : step;
}

function stepOf({ sentence }: ReadSentence): Step {
  const { passage, paragraph, heading } = sentence;
  return { prior: priorOf(sentence), text: passage.text, paragraph, heading };
}

function priorOf({ role, headings }: ReadSentence['sentence']): number {
  const title = headings.findLast((each) => TITLE_PAST.test(each) || TITLE_AHEAD.test(each));
  if (role === 'items') return BY_LIST;
  if (role === 'requirements') return BY_REQUIREMENT;
  if (role === 'plan' || role === 'longPlan') return title && !TITLE_PAST.test(title) ? BY_TITLE : BY_GUESS;
  if (role !== 'retrospective') return BY_NOTHING;
  return title && TITLE_PAST.test(title) ? -BY_TITLE : BY_DEFAULT;
}

function placedAs(read: ReadSentence, { ahead, support }: Placing, year: number | undefined): PlacedReading {
  const { role, heading } = read.sentence;
  const own = kindOf(read, year);
  const sure = Math.max(0.5, Math.min(0.8, 0.6 + support / 20));
  if (ahead) {
    if (AHEAD.has(role)) return { ...own, ahead: false };
    if (heading && read.quantities.length === 0) return { ...own, ahead: false };
    return movedAhead(read, year, sure);
  }
  if (own.kind !== 'task' && own.kind !== 'target') return { ...own, ahead: false };
  // 今年将… inside what is told: its own words stand against all others
  if (role === 'retrospective' && support < 0) return { ...own, ahead: false };
  return { ...asResult(read, year), certainty: sure, ahead: false };
}

function movedAhead(read: ReadSentence, year: number | undefined, most: number): PlacedReading {
  const { kind, certainty } = kindOf({ ...read, sentence: { ...read.sentence, role: 'plan' } }, year);
  // 已建成6个，今年再建4个: only the clauses that turn forward are ahead
  const aheadFrom = turnIn(read.sentence.passage.text);
  return { kind, certainty: Math.min(certainty, most), ahead: ANNOUNCING.has(kind), aheadFrom };
}

const ANNOUNCING: ReadonlySet<StatementKind> = new Set(['task', 'target']);

function asResult(read: ReadSentence, year: number | undefined): KindReading {
  const reading = kindOf({ ...read, sentence: { ...read.sentence, role: 'retrospective' } }, year);
  return ANNOUNCING.has(reading.kind) ? { ...reading, kind: 'result' } : reading;
}
