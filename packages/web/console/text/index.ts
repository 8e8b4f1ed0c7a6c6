import type { Locale, Words } from '@huying/kit/error';
import { adminWords } from './admin.ts';
import { boardWords } from './board.ts';
import { bulletinWords } from './bulletin.ts';
import { caseWords } from './case.ts';
import { figureWords } from './figures.ts';
import { formWords } from './form.ts';
import { livelihoodWords } from './livelihood.ts';
import { mapWords } from './map.ts';
import { projectWords } from './project.ts';
import { promiseWords } from './promise.ts';
import { reviewWords } from './review.ts';
import { sessionWords } from './session.ts';
import { shellWords } from './shell.ts';
import { storyWords } from './story.ts';
import { workWords } from './work.ts';

/** Every text of the console's own, in both languages. What a case, a field or an action is called comes from its definition. */
export const screenWords = {
  ...shellWords,
  ...sessionWords,
  ...workWords,
  ...caseWords,
  ...formWords,
  ...adminWords,
  ...mapWords,
  ...livelihoodWords,
  ...boardWords,
  ...bulletinWords,
  ...promiseWords,
  ...storyWords,
  ...projectWords,
  ...reviewWords,
  ...figureWords,
} as const;

export type ScreenText = keyof typeof screenWords;

export type Fillings = Readonly<Record<string, string | number>>;

/** One text in one language, filled in. */
export function tell(locale: Locale, text: ScreenText, fillings: Fillings = {}): string {
  const words: Words = screenWords[text];
  return words[locale].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(fillings[name] ?? whole));
}

export type Tell = (text: ScreenText, fillings?: Fillings) => string;
