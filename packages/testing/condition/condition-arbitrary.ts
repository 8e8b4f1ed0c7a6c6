import type { Condition, Facts, Literal, Operand, PropertyType } from '@huying/kit/condition';
import fc from 'fast-check';

/** The properties of the random rows, with their types; two of each that can be compared with one another. */
export const comparableProperties = {
  state: 'text',
  title: 'text',
  weight: 'number',
  round: 'number',
  urged: 'boolean',
  openedAt: 'instant',
  closedAt: 'instant',
  day: 'date',
  unit: 'uuid',
  tags: 'text[]',
  place: 'point',
} as const satisfies Record<string, PropertyType>;

type Comparable = Exclude<PropertyType, 'text[]' | 'point'>;

/** Short texts of the characters that go wrong: wildcards, quotes, escapes, letters of both cases, beyond the basic plane. */
const text = fc.string({
  unit: fc.constantFrom('a', 'A', 'b', '%', '_', '\\', "'", '😀', '！', 'é', '井', '\n'),
  maxLength: 4,
});
const wholeNumber = fc.integer({ min: -3, max: 3 });
const anyNumber = fc.oneof(wholeNumber, fc.constantFrom(0.5, -0.1, 1e-7, 1e21, 2 ** 53));
const instant = fc.constantFrom(0, 1, 1_782_864_000_000, -62_135_596_800_000, 253_402_300_799_999);
const day = fc.constantFrom('0001-01-01', '2024-02-29', '2026-07-01', '9999-12-31');
const uuid = fc.constantFrom(
  '01920000-0000-7000-8000-000000000001',
  'fedcba98-7654-7321-8abc-def012345678',
  '00000000-0000-0000-0000-000000000000',
);
const tag = fc.constantFrom('road', '夜间', '{', '"', 'null', '');
const longitude = fc.constantFrom(-180, 113, 113.2, 180);
const latitude = fc.constantFrom(-90, 23, 23.1, 90);

/** A row: every property may be null. */
export const factsArbitrary: fc.Arbitrary<Facts> = fc.record({
  state: fc.option(text),
  title: fc.option(text),
  weight: fc.option(anyNumber),
  round: fc.option(wholeNumber),
  urged: fc.option(fc.boolean()),
  openedAt: fc.option(instant),
  closedAt: fc.option(instant),
  day: fc.option(day),
  unit: fc.option(uuid),
  tags: fc.option(fc.array(tag, { maxLength: 3 })),
  place: fc.option(fc.record({ longitude, latitude })),
});

const literals: Readonly<Record<Comparable, fc.Arbitrary<Literal>>> = {
  text,
  number: anyNumber,
  boolean: fc.boolean(),
  instant: instant.map((at) => ({ timestamp: new Date(at).toISOString() })),
  date: day.map((date) => ({ date })),
  uuid,
};

function propertyOf(type: PropertyType) {
  const names = Object.entries(comparableProperties).filter(([, own]) => own === type);
  return fc.constantFrom(...names.map(([property]) => ({ property })));
}

const casei = fc.oneof(text, propertyOf('text')).map((inner) => ({ op: 'casei', args: [inner] }) as const);

function operandOf(type: Comparable): fc.Arbitrary<Operand> {
  const plain = fc.oneof({ arbitrary: propertyOf(type), weight: 2 }, literals[type]);
  return type === 'text' ? fc.oneof({ arbitrary: plain, weight: 3 }, casei) : plain;
}

/** Beside an id stands an id: of two texts nobody could tell that ids are meant. */
function pairOf(type: Comparable): fc.Arbitrary<[Operand, Operand]> {
  const pair = fc.tuple(type === 'uuid' ? propertyOf(type) : operandOf(type), operandOf(type));
  return fc.boolean().chain((turned) => pair.map(([a, b]): [Operand, Operand] => (turned ? [b, a] : [a, b])));
}

const types: readonly Comparable[] = ['text', 'number', 'boolean', 'instant', 'date', 'uuid'];
const ordered: readonly Comparable[] = ['text', 'number', 'instant', 'date'];
const equal = fc.constantFrom('=', '<>');
const order = fc.constantFrom('=', '<>', '<', '<=', '>', '>=');
const time = fc.constantFrom('t_after', 't_before');
const pattern = text.map((raw) => raw.replace(/\\$/, '')).filter((raw) => /^(?:[^\\]|\\.)*$/su.test(raw));

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  { arbitrary: fc.boolean(), weight: 1 },
  {
    arbitrary: fc
      .constantFrom(...types)
      .chain((type) => fc.record({ op: ordered.includes(type) ? order : equal, args: pairOf(type) })),
    weight: 6,
  },
  {
    arbitrary: fc
      .constantFrom('instant' as const, 'date' as const)
      .chain((type) => fc.record({ op: time, args: pairOf(type) })),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      op: fc.constant('like' as const),
      args: fc.tuple(
        fc.oneof(propertyOf('text'), casei),
        fc.oneof(
          pattern,
          pattern.map((inner) => ({ op: 'casei', args: [inner] }) as const),
        ),
      ),
    }),
    weight: 3,
  },
  {
    arbitrary: fc.constantFrom(...ordered).chain((type) =>
      fc.record({
        op: fc.constant('between' as const),
        args: fc.tuple(operandOf(type), operandOf(type), operandOf(type)),
      }),
    ),
    weight: 2,
  },
  {
    arbitrary: fc.constantFrom(...types).chain((type) =>
      fc.record({
        op: fc.constant('in' as const),
        args: fc.tuple(
          type === 'uuid' ? propertyOf(type) : operandOf(type),
          fc.array(literals[type], { minLength: 1, maxLength: 4 }),
        ),
      }),
    ),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      op: fc.constant('isNull' as const),
      args: fc.tuple(fc.constantFrom(...Object.keys(comparableProperties)).map((property) => ({ property }))),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      op: fc.constantFrom('a_contains' as const, 'a_overlaps' as const),
      args: fc.tuple(propertyOf('text[]'), fc.array(tag, { minLength: 1, maxLength: 3 })),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.tuple(longitude, longitude, latitude, latitude).map(
      ([a, b, c, d]): Condition => ({
        op: 's_intersects',
        args: [{ property: 'place' }, { bbox: [Math.min(a, b), Math.min(c, d), Math.max(a, b), Math.max(c, d)] }],
      }),
    ),
    weight: 1,
  },
);

/** A sound condition over these properties. */
export const conditionArbitrary: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.record({
      op: fc.constantFrom('and' as const, 'or' as const),
      args: fc.array(tie('tree'), { minLength: 2, maxLength: 4 }),
    }),
    fc.record({ op: fc.constant('not' as const), args: fc.tuple(tie('tree')) }),
  ),
})).tree;
