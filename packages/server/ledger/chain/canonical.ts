/**
 * The one way to write a value as bytes: JSON in UTF-8, keys sorted by UTF-16 code units, no spaces, absent (undefined) keys
 * left out — for our values the same as RFC 8785. Throws TypeError on what JSON cannot say: NaN, dates, functions, bigints.
 */
export function canonicalBytes(value: unknown): Buffer {
  return Buffer.from(write(value, ''), 'utf8');
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item, index) => write(item ?? null, `${path}/${index}`)).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${write(member, `${path}/${name}`)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`What is at "${path}" cannot be written as JSON`);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
