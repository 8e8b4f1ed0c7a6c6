import { HuyingError } from '@huying/kit/error';
import type { TSchema } from 'typebox';

/** Deeper JSON is an attack on whoever walks it. */
const DEEPEST = 64;

/** Parses a JSON body. Throws request.json, .depth, .characters. */
export function parseJson(text: string, parse: (text: string) => unknown): unknown {
  requireShallow(text);
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    throw new HuyingError('request.json');
  }
  // PostgreSQL keeps every character but this one.
  if (text.includes('\\u0000') && holdsNul(value)) throw new HuyingError('request.characters');
  return value;
}

function requireShallow(text: string): void {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > DEEPEST) throw new HuyingError('request.depth', { limit: DEEPEST });
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
}

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([name, inner]) => name.includes('\0') || holdsNul(inner));
}

/**
 * Path and query as the schema means them: text becomes a number, a truth or a list where the schema says so and the text can be
 * one; anything else stays text and is refused by the schema. Throws request.characters.
 */
export function readTexts(schema: TSchema | undefined, texts: unknown): Record<string, unknown> {
  const { properties = {} } = (schema ?? {}) as { readonly properties?: Readonly<Record<string, TSchema>> };
  return Object.fromEntries(
    Object.entries(texts as Record<string, unknown>).map(([name, text]) => {
      if (name.includes('\0') || holdsNul(text)) throw new HuyingError('request.characters');
      const wanted = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return [name, wanted === undefined ? text : asMeant(wanted, text)];
    }),
  );
}

interface Meant {
  readonly type?: string;
  readonly items?: TSchema;
}

function asMeant(schema: TSchema, text: unknown): unknown {
  const { type, items } = schema as Meant;
  if (type === 'array') return (Array.isArray(text) ? text : [text]).map((one) => asMeant(items ?? {}, one));
  if (typeof text !== 'string') return text;
  if ((type === 'integer' || type === 'number') && /^-?\d{1,15}(\.\d{1,9})?$/.test(text)) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
