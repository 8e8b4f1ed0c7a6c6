import { HuyingError, type Words } from '../error/index.ts';
import { CONDITION_LIMITS } from './condition.ts';

/** The condition cannot be read at a place: a character position from 1, or a JSON pointer. `near` is what stands there. */
export function syntaxFault(at: string, near: string, expected: Words): HuyingError {
  return new HuyingError('condition.syntax', {
    at,
    near: near.slice(0, 30).toWellFormed(),
    expected: expected.en,
    expectedZh: expected.zh,
  });
}

export function tooLarge(): HuyingError {
  return new HuyingError('condition.tooLarge', { depth: CONDITION_LIMITS.depth, nodes: CONDITION_LIMITS.nodes });
}

export function typeFault(operator: string, left: Words, right: Words): HuyingError {
  return new HuyingError('condition.type', {
    operator,
    left: left.en,
    leftZh: left.zh,
    right: right.en,
    rightZh: right.zh,
  });
}
