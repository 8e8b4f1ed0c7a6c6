import { styleText } from 'node:util';

/** How words are set off on the way out; where colour is not wanted, not at all. */
export interface Ink {
  title(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  doubtful(text: string): string;
  figure(text: string): string;
}

/**
 * Colour where the output is a terminal that has it. NO_COLOR (no-color.org) takes it away, FORCE_COLOR gives it.
 * @param isTerminal  whether the output is one
 */
export function inkFor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Ink {
  const isForced = (env.FORCE_COLOR ?? '') !== '' && env.FORCE_COLOR !== '0';
  const isColoured = (env.NO_COLOR ?? '') === '' && (isForced || (isTerminal && env.TERM !== 'dumb'));
  const set = (style: Parameters<typeof styleText>[0]) => (text: string) =>
    isColoured && text !== '' ? styleText(style, text, { validateStream: false }) : text;
  return {
    title: set('bold'),
    faint: set('dim'),
    good: set('green'),
    bad: set('red'),
    doubtful: set('yellow'),
    figure: set('cyan'),
  };
}
