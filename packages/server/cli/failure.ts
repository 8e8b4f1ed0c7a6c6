import { HuyingError, isHuyingError, type Problem, problemOf } from '@huying/kit/error';
import type { Terminal } from './terminal.ts';

/** Most places of an input that are told; the count tells of the rest. */
const MOST_PLACES = 20;

/** Tells what went wrong and what to do now; the trace only when debugging. Answers the exit code. */
export function tellFailure(error: unknown, terminal: Terminal, debug: boolean): number {
  if (debug && error instanceof Error) terminal.err(error.stack ?? String(error));
  const shortcomings = shortcomingsIn(error);
  if (shortcomings !== undefined) {
    terminal.err(shortcomings);
    return 1;
  }
  const known = isHuyingError(error) ? error : unforeseen(error);
  if (terminal.json) {
    terminal.err(JSON.stringify(problemOf(known, terminal.locale)));
  } else {
    const { detail, remedy } = problemOf(known, terminal.locale);
    terminal.err(detail);
    for (const place of known.problems.slice(0, MOST_PLACES)) terminal.err(`  ${placeLine(place, terminal)}`);
    terminal.err(remedy);
    if (!isHuyingError(error) && !debug) {
      terminal.err(terminal.say({ zh: '加 --debug 可看到详细位置。', en: 'Add --debug to see where it happened.' }));
    }
  }
  return known.code === 'request.command' ? 2 : 1;
}

function placeLine({ path, ...words }: Problem, terminal: Terminal): string {
  return `${path}: ${terminal.say(words)}`;
}

function unforeseen(error: unknown): HuyingError {
  return new HuyingError('request.internal', { reference: error instanceof Error ? error.name : 'unknown' });
}

/** Declarations of apps that cannot be used explain themselves, every one of them. */
function shortcomingsIn(error: unknown): string | undefined {
  return error instanceof Error && error.name === 'UnsafeDeclaration' ? error.message : undefined;
}
