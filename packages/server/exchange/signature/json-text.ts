/** Escapes that JSON has and PostgreSQL's jsonb has not: the NUL, and half a surrogate pair. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i;

/** Reads JSON that can be kept as it is; undefined where the text is none, is not UTF-8, or holds characters that cannot be stored. */
export function readJson(bytes: Uint8Array): { readonly value: unknown } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return UNSTORABLE.test(JSON.stringify(value)) ? undefined : { value };
  } catch {
    return undefined;
  }
}
