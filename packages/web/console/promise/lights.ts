import type { ScreenText } from '../text/index.ts';

/** The lights of promises, the gravest first; `followed` where nothing is aimed at, `none` where there is no data. */
export const LIGHTS = ['red', 'orange', 'yellow', 'blue', 'green', 'followed', 'none'] as const;
export type Shown = (typeof LIGHTS)[number];

/** A light as it is shown: a colour this console has no word for is told as no data rather than as another colour. */
export function lightOf(light: string | null): Shown {
  return LIGHTS.find((one) => one === light) ?? 'none';
}

export const LIGHT_WORDS: Readonly<Record<Shown, ScreenText>> = {
  red: 'promise.lightRed',
  orange: 'promise.lightOrange',
  yellow: 'promise.lightYellow',
  blue: 'promise.lightBlue',
  green: 'promise.lightGreen',
  followed: 'promise.lightFollowed',
  none: 'promise.lightNone',
};
