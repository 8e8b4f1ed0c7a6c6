import Type from 'typebox';

/** Pieces of schema the operations of this folder share. */

export const uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });

/** Epoch milliseconds, within what a calendar can say. */
export const instant = Type.Integer({ minimum: 0, maximum: 253_402_300_799_999 });

/** Visible text on one line. */
export const line = (max: number) =>
  Type.String({
    minLength: 1,
    maxLength: max,
    pattern: '^[^\\x00-\\x1f\\x7f]*[^\\s\\x00-\\x1f\\x7f][^\\x00-\\x1f\\x7f]*$',
  });

export const words = Type.Object({ zh: line(80), en: line(160) }, { additionalProperties: false });

export const areaCode = Type.Union([Type.String({ pattern: '^[A-Za-z0-9-]{1,32}$' }), Type.Null()]);

export const roleName = Type.String({ pattern: '^[a-z][a-zA-Z0-9.-]{1,39}$' });

/** First passwords come with the request, so that no stored answer ever holds one; `initialPassword()` of identity makes good ones. */
export const firstPassword = Type.String({ minLength: 1, maxLength: 128 });

export const nothing = Type.Object({}, { additionalProperties: false });
