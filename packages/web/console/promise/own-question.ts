import { choice, type Field, options } from '@huying/kit/field';
import type { Coded, Locale, Words } from '../../client/index.ts';
import type { Question } from '../form/question.ts';
import { type ScreenText, screenWords, tell } from '../text/index.ts';

const WORDS: Readonly<Record<ScreenText, Words>> = screenWords;

/** A question of the console's own, named by one of its texts. */
export function asked(name: string, text: ScreenText, fieldOf: (label: string) => Field, help?: ScreenText): Question {
  const label = WORDS[text];
  return {
    name,
    label,
    field: fieldOf(label.zh),
    options: [],
    help: help === undefined ? undefined : WORDS[help],
    under: '',
  };
}

/** A question with a few answers to choose from. */
export function askedOf(
  name: string,
  text: ScreenText,
  codes: readonly Coded[],
  presence: 'required' | 'optional' = 'required',
): Question {
  const source = options(Object.fromEntries(codes.map(({ code, label }) => [code, label.zh])));
  const question = asked(name, text, (label) => {
    const field = choice(label, source);
    return presence === 'required' ? field.required() : field;
  });
  return { ...question, options: codes };
}

/** Codes that are named by texts of the console. */
export function codesOf(names: Readonly<Record<string, ScreenText>>): readonly Coded[] {
  return Object.entries(names).map(([code, text]) => ({ code, label: WORDS[text] }));
}

/** Codes whose names are data, the same in every language; `within` is a text with a place for the `{name}`. */
export function namedCodes(
  named: readonly { readonly code: string; readonly name: string }[],
  within?: ScreenText,
): readonly Coded[] {
  const said = (locale: Locale, name: string) => (within === undefined ? name : tell(locale, within, { name }));
  return named.map(({ code, name }) => ({ code, label: { zh: said('zh', name), en: said('en', name) } }));
}
