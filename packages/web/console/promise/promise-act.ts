import type { Client, PromiseActionView, PromiseView, Values, Words } from '../../client/index.ts';
import { type Question, questionsOf } from '../form/question.ts';

/** Something a reader does with a promise by filling in a form. */
export interface PromiseAct {
  /** Names its draft and its drawer. */
  readonly key: string;
  readonly title: string;
  readonly questions: readonly Question[];
  readonly initial: Values;
  /** Whether a question is to the point, given what was answered; absent: all are. */
  isAsked?(name: string, answers: Values): boolean;
  /** Names of codes that are answered beforehand. */
  readonly known?: Readonly<Record<string, Words>>;
  /** What is sent where, in this order; several for several files. */
  sent(answers: Values): readonly Piece[];
}

interface Piece {
  readonly path: string;
  readonly body: unknown;
  /** The version of what it changes, where that is not the promise itself; null where nothing is held against it. */
  readonly version?: number | null;
}

/** A step of the course of its kind, with the questions the step asks. */
export function stepAct(
  view: PromiseView,
  action: PromiseActionView,
  say: (words: PromiseActionView['label']) => string,
): PromiseAct {
  return {
    key: `step.${action.step}`,
    title: say(action.label),
    questions: questionsOf(action.asks),
    initial: {},
    sent: (answers) => [{ path: `/api/promises/${view.id}/steps/${action.step}`, body: answers }],
  };
}

/** Sends what an act says, one after the other; a second attempt under the same key repeats nothing that arrived. */
export async function sendAct(client: Client, act: PromiseAct, answers: Values, key: string, version: number) {
  const sent = act.sent(answers);
  for (const [at, { path, body, version: own }] of sent.entries()) {
    // Only the first is held against the version that was read: each raises it.
    const held = own === undefined ? (at === 0 ? version : null) : own;
    await client.write('POST', path, body, {
      key: at === 0 ? key : `${key}-${at}`,
      ...(held === null ? {} : { version: held }),
    });
  }
}
