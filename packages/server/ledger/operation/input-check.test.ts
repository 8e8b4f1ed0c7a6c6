import { isHuyingError, type Problem } from '@huying/kit/error';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { checkInput } from './input-check.ts';

const schema = Type.Object(
  {
    title: Type.String({ maxLength: 5 }),
    count: Type.Integer({ minimum: 1 }),
    place: Type.Optional(Type.Object({ 'a/b': Type.Number() }, { additionalProperties: false })),
    kind: Type.Optional(Type.Union([Type.Literal('one'), Type.Literal('two')])),
  },
  { additionalProperties: false },
);

function problemsOf(input: unknown): readonly Problem[] {
  try {
    checkInput(schema, input);
  } catch (error) {
    if (isHuyingError(error) && error.code === 'request.invalid') return error.problems;
    throw error;
  }
  return [];
}

const paths = (input: unknown): string[] => problemsOf(input).map((problem) => problem.path);

describe('the check of an input', () => {
  it('lets a right one pass', () => {
    expect(paths({ title: '路灯', count: 1, place: { 'a/b': 1 }, kind: 'two' })).toEqual([]);
  });

  it('names every wrong place at once, in both languages', () => {
    const problems = problemsOf({ title: '太长太长太长', count: 0, extra: 1 });
    expect(problems.map((problem) => problem.path).sort()).toEqual(['/count', '/extra', '/title']);
    for (const problem of problems) {
      expect(problem.zh).toMatch(/\p{Script=Han}/u);
      expect(problem.en).toMatch(/^[ -~]+$/);
    }
  });

  it('names what is missing at the place where it is missing', () => {
    expect(paths({ count: 1 })).toEqual(['/title']);
    expect(paths({ title: 'a', count: 1, place: {} })).toEqual(['/place/a~1b']);
  });

  it('tells of a choice once, not of each alternative', () => {
    expect(paths({ title: 'a', count: 1, kind: 'three' })).toEqual(['/kind']);
  });

  it('answers hostile inputs with a bounded list', () => {
    const hostile = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`x${index}`, index]));
    expect(problemsOf(hostile).length).toBeLessThanOrEqual(50);
    expect(paths('😀'.repeat(500_000))).toEqual(['']);
    expect(paths(null)).toEqual(['']);
  });
});
