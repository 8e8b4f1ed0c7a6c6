import { checkValues, type Field, type Fields, storedValues } from '@huying/kit/field';
import type { Asked, Coded, Definition, Locale, Values, Words } from '../../client/index.ts';

/** One question of a form: the field, its name and options in both languages, its hint, and where its choices hang. */
export interface Question {
  readonly name: string;
  readonly label: Words;
  readonly field: Field;
  readonly options: readonly Coded[];
  readonly help: Words | undefined;
  /** The question or field whose answer its choices stand under; '' for none. */
  readonly under: string;
}

/** The questions of an action as the server asks them. */
export function questionsOf(asks: readonly Asked[]): readonly Question[] {
  const questions = asks.map(({ name, label, field, options }) => ({
    name,
    label,
    field,
    options,
    help: field.help === '' ? undefined : { zh: field.help, en: field.help },
    under: underOf(field),
  }));
  return parentsFirst(questions);
}

/** The same questions, each after the one its choices stand under. */
function parentsFirst(questions: readonly Question[]): readonly Question[] {
  const isAsked = (name: string) => questions.some((question) => question.name === name);
  const roots = questions.filter(({ under }) => !isAsked(under));
  const withThoseBelow = (question: Question): readonly Question[] => [
    question,
    ...questions.filter(({ under }) => under === question.name).flatMap(withThoseBelow),
  ];
  return roots.flatMap(withThoseBelow);
}

/** The questions of opening a case, read from its definition. */
export function intakeQuestions(definition: Definition): readonly Question[] {
  const { type, words } = definition;
  return type.intake.flatMap((name) => {
    const field = type.fields[name];
    if (field === undefined) return [];
    const path = `${type.id}/fields/${name}`;
    const said = (at: string, zh: string): Words => words[at] ?? { zh, en: zh };
    return [
      {
        name,
        label: said(path, field.label),
        field,
        options: optionsOf(field).map(([code, zh]) => ({ code, label: said(`${path}/${code}`, zh) })),
        help: field.help === '' ? undefined : said(`${path}/help`, field.help),
        under: underOf(field),
      },
    ];
  });
}

function optionsOf(field: Field): readonly (readonly [string, string])[] {
  if ((field.kind !== 'choice' && field.kind !== 'choices') || field.source.from !== 'options') return [];
  return Object.entries(field.source.options);
}

function underOf(field: Field): string {
  if (field.kind !== 'choice' && field.kind !== 'choices') return '';
  return field.source.from === 'tree' ? field.source.under : '';
}

/** What is wrong with the answers before they are sent, by question: the same check the server makes. */
export function faultsOf(
  questions: readonly Question[],
  answers: Values,
  locale: Locale,
): Readonly<Record<string, string>> {
  const fields: Fields = Object.fromEntries(questions.map(({ name, field }) => [name, field]));
  const faults: Record<string, string> = {};
  for (const problem of checkValues(fields, storedValues(fields, answers))) {
    const name = problem.path.slice(1);
    faults[name] ??= problem[locale];
  }
  return faults;
}

/** The answers as they are sent: plain, without those left open. */
export function sentValues(questions: readonly Question[], answers: Values): Values {
  const fields: Fields = Object.fromEntries(questions.map(({ name, field }) => [name, field]));
  const own = Object.fromEntries(Object.entries(answers).filter(([name]) => Object.hasOwn(fields, name)));
  return storedValues(fields, own) as Values;
}

/** Answers after one was given: those whose choices stand under it are taken back, for they may not exist there. */
export function answered(questions: readonly Question[], answers: Values, name: string, value: unknown): Values {
  const next: Record<string, unknown> = { ...answers };
  const absent = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (absent) delete next[name];
  else next[name] = value;
  if (answers[name] !== value) {
    for (const question of questions) if (question.under === name) delete next[question.name];
  }
  return next as Values;
}
