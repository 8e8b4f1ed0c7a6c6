import type { CaseType, Effect } from '../../case/index.ts';
import type { Field } from '../../field/index.ts';
import type { Note } from '../shortcoming.ts';
import { resultsAsked } from './possible-case.ts';

/** What the form of an action must ask for its effects to mean anything. */
const NEEDED: { readonly [Deed in Effect['do']]?: Readonly<Record<string, (field: Field) => boolean>> } = {
  dispatch: { unit: (field) => sourceOf(field) === 'units' },
  assign: { handler: (field) => sourceOf(field) === 'workers' },
  askUnit: { assisting: (field) => sourceOf(field) === 'units', question: ({ kind }) => kind === 'text' },
  answerUnit: { answer: ({ kind }) => kind === 'text' },
  waiveUnit: { assisting: (field) => sourceOf(field) === 'units' },
  resultAsked: { result: (field) => sourceOf(field) === 'options' },
};

/** Every action asks what its effects need, results offered exist, and what bears a field's name is stored in that field. */
export function checkQuestions(type: CaseType, note: Note): void {
  for (const [name, action] of Object.entries(type.actions)) {
    const { ask = {}, effects = [] } = action;
    const need = (asked: string, by: string, isRight: (field: Field) => boolean) => {
      const field = ask[asked];
      if (field?.presence === 'required' && isRight(field)) return;
      const what = `The effect “${by}” of “${action.label}” needs “${asked}”, which it does not ask for.`;
      note(`actions/${name}/ask/${asked}`, 'unasked', what, 'Ask for it, as required and of the right kind.');
    };
    for (const effect of effects) {
      for (const [asked, isRight] of Object.entries(NEEDED[effect.do] ?? {})) need(asked, effect.do, isRight);
      if (effect.do === 'open' && isExtended(type, effect.request))
        need('days', 'extend', ({ kind }) => kind === 'number');
    }
    if (effects.some((effect) => effect.do === 'resultAsked')) {
      for (const result of resultsAsked(action)) {
        if (result === null || type.results[result] !== undefined) continue;
        note(`actions/${name}/ask/result/${result}`, 'unknown-name', `There is no result “${result}”.`, 'Declare it.');
      }
    }
    for (const [asked, field] of Object.entries(ask)) {
      const own = type.fields[asked];
      if (own === undefined || (own.kind === field.kind && sourceOf(own) === sourceOf(field))) continue;
      const what = `“${action.label}” asks for “${asked}” as something else than the field it is stored in.`;
      note(
        `actions/${name}/ask/${asked}`,
        'unlike-field',
        what,
        'Ask under another name, or as the field declares it.',
      );
    }
  }
}

function isExtended(type: CaseType, request: string): boolean {
  return Object.values(type.actions).some(({ effects = [] }) =>
    effects.some((effect) => effect.do === 'extend' && effect.request === request),
  );
}

function sourceOf(field: Field): string | undefined {
  return 'source' in field ? field.source.from : undefined;
}
