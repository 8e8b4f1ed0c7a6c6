import { quantitiesIn } from '../quantity/index.ts';
import type { CompletionRow, LivelihoodPart, Quoted } from '../report.ts';
import { type GivenText, join, type Passage, quoteOf, spanOf } from '../text/index.ts';
import type { CompletionUnit, Tree } from '../tree/index.ts';
import { answerOf, chiefOf } from './measure.ts';
import { hull } from './placed.ts';
import { statusAhead, statusIn } from './status.ts';

/** The rows that answer last year's items: status, target, result and the numbers of both. Nothing is inferred that no column states. */
export function completionOf(given: GivenText, tree: Pick<Tree, 'completion'>): readonly CompletionRow[] {
  return tree.completion.map((unit) => rowOf(given, unit));
}

function rowOf(given: GivenText, unit: CompletionUnit): CompletionRow {
  const passages = [
    unit.title,
    unit.target,
    unit.status,
    unit.result,
    unit.percent,
    ...unit.parts.map((part) => part.passage),
  ];
  const result = resultOf(unit);
  const ahead = unit.status === undefined && result !== undefined ? statusAhead(result.text) : undefined;
  const status = unit.status === undefined ? ahead?.status : statusIn(unit.status.text);
  const statusText = unit.status?.text.replace(/[。；，\s]+$/, '') ?? ahead?.text;
  const promise = unit.target ?? (result === undefined ? undefined : numbered(unit.title));
  const target = promise === undefined ? undefined : chiefOf(quantitiesIn(promise.text).quantities);
  const actual = result === undefined ? undefined : answerOf(result.text, quantitiesIn(result.text).quantities, target);
  const statedPercent = percentIn(unit.percent);
  return {
    ...around(given, passages.filter(isPassage)),
    ...(unit.no === undefined ? {} : { no: unit.no }),
    ...(unit.domain === undefined ? {} : { domain: unit.domain.text }),
    ...(unit.title === undefined ? {} : { title: unit.title.text }),
    ...(status === undefined ? {} : { status }),
    ...(statusText === undefined ? {} : { statusText }),
    ...(promise === undefined ? {} : { targetText: quoted(given, promise) }),
    ...(result === undefined ? {} : { resultText: quoted(given, result) }),
    ...(target === undefined
      ? {}
      : { target: { value: target.value, unit: target.unit, comparator: target.comparator } }),
    ...(actual === undefined ? {} : { actual }),
    ...(statedPercent === undefined ? {} : { statedPercent }),
    results: isSingle(unit) ? [] : unit.parts.map(({ no, passage }) => part(given, passage, no)),
  };
}

/** The result column; where the table has only numbered results, all of them in their order. */
function resultOf(unit: CompletionUnit): Passage | undefined {
  if (unit.result !== undefined && unit.result.text !== '') return unit.result;
  return unit.parts.length === 0 ? undefined : join(unit.parts.map(({ passage }) => passage));
}

/** One unnumbered part is the result itself and no part of it. */
function isSingle({ result, parts }: CompletionUnit): boolean {
  return (
    parts.length === 1 && parts[0]?.no === undefined && (result === undefined || result.text === parts[0]?.passage.text)
  );
}

/** A title that states a number is the target itself (新增4000张养老床位). */
function numbered(title: Passage | undefined): Passage | undefined {
  return title !== undefined && quantitiesIn(title.text).quantities.length > 0 ? title : undefined;
}

function percentIn(passage: Passage | undefined): number | undefined {
  const digits = /(\d+(?:\.\d+)?)\s*[%％]?/.exec(passage?.text.replaceAll(/[,，]/g, '') ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function quoted(given: GivenText, passage: Passage): Quoted {
  return { ...spanOf(given, passage), text: quoteOf(given, passage, 0, passage.text.length) };
}

function part(given: GivenText, passage: Passage, no: number | undefined): LivelihoodPart {
  return { ...spanOf(given, passage), ...(no === undefined ? {} : { no }), text: passage.text, targets: [] };
}

/** From the first to the last of the places of several passages. */
function around(given: GivenText, passages: readonly Passage[]) {
  const spans = passages.filter(({ text }) => text !== '').map((passage) => spanOf(given, passage));
  return hull(spans);
}

function isPassage(passage: Passage | undefined): passage is Passage {
  return passage !== undefined;
}
