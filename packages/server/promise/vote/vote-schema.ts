import Type, { type Static } from 'typebox';

/** Pieces of schema the operations of this folder share. */

export const closed = { additionalProperties: false } as const;
export const uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
export const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'a day of the district' });
export const year = Type.Integer({ minimum: 2000, maximum: 2100 });
export const line = Type.String({ minLength: 1, maxLength: 200 });
export const words = Type.String({ minLength: 1, maxLength: 4000 });
export const version = Type.Integer({ minimum: 1 });
export const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
export const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] });
export const ballots = Type.Integer({ minimum: 0, maximum: 100_000_000 });

/** A table as it was uploaded: rows of cells as texts, the header among them. */
export const table = Type.Array(Type.Array(Type.String({ maxLength: 4000 }), { maxItems: 60 }), {
  minItems: 1,
  maxItems: 20_001,
});

export const named = Type.Object({
  id: Type.String(),
  name: Type.Object({ zh: Type.String(), en: Type.String() }),
});
export type Named = Static<typeof named>;

export const receipt = Type.Object({ id: Type.String(), version: Type.Integer(), state: Type.String() });
export type Receipt = Static<typeof receipt>;

/** What is wrong with a row of a table, the header being row 1. */
export const rowProblem = Type.Object({ row: Type.Integer(), zh: Type.String(), en: Type.String() });
export type RowProblem = Static<typeof rowProblem>;
