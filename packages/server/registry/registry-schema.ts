import Type from 'typebox';

/** Pieces of schema the operations of this folder share. */

const closed = { additionalProperties: false } as const;

/** Epoch milliseconds, within what a calendar can say. */
export const instant = Type.Integer({ minimum: 0, maximum: 253_402_300_799_999 });
export const registryName = Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' });
export const code = Type.String({ minLength: 1, maxLength: 64 });
/** Why, in a person's words; goes into the history. */
export const reason = Type.String({ minLength: 1, maxLength: 500 });
/** Where it comes from: a document number, a file, an office. */
export const source = Type.String({ minLength: 1, maxLength: 200 });

export const draft = Type.Object(
  {
    code,
    parent: Type.Union([code, Type.Null()]),
    name: Type.Object({ zh: Type.String({ maxLength: 1000 }), en: Type.String({ maxLength: 1000 }) }, closed),
    data: Type.Record(Type.String(), Type.Unknown()),
  },
  closed,
);

const version = {
  version: Type.Integer(),
  effectiveFrom: instant,
  validTo: Type.Union([instant, Type.Null()]),
  parent: Type.Union([code, Type.Null()]),
  name: Type.Object({ zh: Type.String(), en: Type.String() }),
  data: Type.Record(Type.String(), Type.Unknown()),
};

export const reading = Type.Object({
  id: Type.String(),
  registry: registryName,
  code,
  path: Type.String(),
  ...version,
});

export const history = Type.Object({
  ...version,
  source: Type.String(),
  setBy: Type.String(),
  account: Type.Union([Type.String(), Type.Null()]),
  reason: Type.String(),
  setAt: instant,
});

export const closedObject = closed;
