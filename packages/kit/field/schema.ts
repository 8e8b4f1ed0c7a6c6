import Type, { type TSchema } from 'typebox';
import type { Field, Fields } from './field.ts';
import { ADDRESS_MAX, CELL_CODE, DATUMS } from './place-fault.ts';
import type { Source } from './source.ts';

/** The JSON Schema (2020-12) of a field's stored value, titled with its label: for request validation and OpenAPI. What JSON Schema cannot say (check digits, plain text) `checkValues` does. */
export function schemaOf(field: Field): TSchema {
  const about = { title: field.label, ...(field.help === '' ? {} : { description: field.help }) };
  switch (field.kind) {
    case 'text':
      return Type.String({
        ...about,
        minLength: field.min,
        maxLength: field.max,
        ...(field.pattern === '' ? {} : { pattern: `^(?:${field.pattern})$` }),
      });
    case 'number':
      return field.integer
        ? Type.Integer({ ...about, minimum: field.min, maximum: field.max })
        : Type.Number({ ...about, minimum: field.min, maximum: field.max });
    case 'date':
      return Type.String({ ...about, format: 'date' });
    case 'instant':
      return Type.Integer({ ...about, description: `${field.help} epoch milliseconds, UTC`.trim() });
    case 'yesNo':
      return Type.Boolean(about);
    case 'choice':
      return codeSchema(field.source, about);
    case 'choices':
      return Type.Array(codeSchema(field.source, {}), { ...about, maxItems: field.max, uniqueItems: true });
    case 'photos':
    case 'files':
      return Type.Array(Type.String({ format: 'uuid' }), { ...about, maxItems: field.max, uniqueItems: true });
    case 'place':
      return placeSchema(about);
    case 'personName':
      return Type.String({ ...about, minLength: 1, maxLength: 100 });
    case 'phone':
      return Type.String({ ...about, maxLength: 60 });
    case 'citizenNumber':
      return Type.String({ ...about, pattern: '^[1-9][0-9]{16}[0-9X]$' });
    case 'creditCode':
      return Type.String({ ...about, pattern: '^[0-9A-HJ-NP-RTUWXY]{18}$' });
  }
}

/** The JSON Schema of a whole set of values: required ones required, no others allowed. */
export function valuesSchemaOf(fields: Fields): TSchema {
  return Type.Object(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        field.presence === 'required' ? schemaOf(field) : Type.Optional(schemaOf(field)),
      ]),
    ),
    { additionalProperties: false },
  );
}

function codeSchema(source: Source, about: { readonly title?: string; readonly description?: string }): TSchema {
  switch (source.from) {
    case 'options':
      return Type.Enum(Object.keys(source.options), about);
    case 'tree':
      return Type.String({ ...about, minLength: 1, maxLength: 64 });
    case 'units':
    case 'workers':
      return Type.String({ ...about, format: 'uuid' });
  }
}

function placeSchema(about: { readonly title: string; readonly description?: string }): TSchema {
  const point = Type.Object(
    { longitude: Type.Number({ minimum: -180, maximum: 180 }), latitude: Type.Number({ minimum: -90, maximum: 90 }) },
    { additionalProperties: false, description: 'degrees, WGS 84' },
  );
  return Type.Object(
    {
      cell: Type.Union([Type.String({ pattern: `^${CELL_CODE}$` }), Type.Null()]),
      point: Type.Union([point, Type.Null()]),
      address: Type.String({ maxLength: ADDRESS_MAX }),
      datum: Type.Enum([...DATUMS], { description: 'the datum the point came in' }),
    },
    { ...about, additionalProperties: false },
  );
}
