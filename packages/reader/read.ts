import { findingsIn } from './check/index.ts';
import { glossaryOf } from './glossary/index.ts';
import { completionOf, itemsOf } from './livelihood/index.ts';
import { type FoundQuantity, quantitiesIn } from './quantity/index.ts';
import type { Doubt, NumberName, Quantity, Report, Span, Statement } from './report.ts';
import { type ReadSentence, statementsOf } from './statement/index.ts';
import { targetsOf } from './target/index.ts';
import { readingOf, spanOf } from './text/index.ts';
import { type Tree, treeOf } from './tree/index.ts';

/** Below this a statement's kind is a guess, and said to be one. */
const SURE = 0.6;

/**
 * Reads a work report: what was done, what is wrong, what is promised, each with its place in the text as given (code points).
 * Takes any text and never throws; of one that is no work report, `likeness` says why, and the rest is what was recognised nevertheless.
 */
export function read(text: string): Report {
  const reading = readingOf(text);
  const { given } = reading;
  const tree: Tree = treeOf(reading);
  const { year } = tree.about;
  const sentences = tree.sentences.map(
    (sentence): ReadSentence => ({ sentence, ...quantitiesIn(sentence.passage.text) }),
  );
  const readings = statementsOf(sentences, year);
  const statements = sentences.map(({ sentence }, index): Statement => {
    const { kind = 'background', modality = 'plain', certainty = 0 } = readings[index] ?? {};
    const { passage, role } = sentence;
    return { ...spanOf(given, passage), text: passage.text, kind, role, modality, certainty };
  });
  const { targets, tasks } = targetsOf(given, sentences, readings, year);
  const known = {
    about: tree.about,
    statements,
    quantities: sentences.flatMap(({ sentence, quantities }) =>
      quantities.map((found) => quantityOf(found, spanOf(given, sentence.passage, found.from, found.to))),
    ),
    targets,
    tasks,
    items: itemsOf(given, tree, sentences, targets),
    completion: completionOf(given, tree),
    glossary: glossaryOf(given, tree),
    names: sentences.flatMap(({ sentence, names }) =>
      names.map(({ from, to, ...name }): NumberName => ({ ...spanOf(given, sentence.passage, from, to), ...name })),
    ),
  };
  return {
    ...known,
    likeness: tree.likeness,
    document: tree.document,
    findings: findingsIn(given, sentences, known),
    doubts: [...tree.doubts, ...guessed(statements), ...doubtful(targets)].sort((a, b) => a.start - b.start),
  };
}

/** A quantity as the report tells it: its place in the text as given instead of that in its sentence. */
function quantityOf(found: FoundQuantity, span: Span): Quantity {
  const {
    from: _from,
    to: _to,
    digitsFrom: _first,
    digitsTo: _last,
    parts: _parts,
    serves: _serves,
    before,
    ...rest
  } = found;
  return { ...span, ...rest, ...(before === undefined ? {} : { from: before }) };
}

function guessed(statements: readonly Statement[]): readonly Doubt[] {
  return statements
    .filter(({ certainty, text }) => certainty < SURE && /\d/.test(text))
    .map(({ start, end, kind }) => ({ start, end, code: 'statement', text: kind }));
}

function doubtful(targets: Report['targets']): readonly Doubt[] {
  return targets.flatMap(({ start, end, doubt }) =>
    doubt === undefined ? [] : [{ start, end, code: 'target', text: doubt }],
  );
}
