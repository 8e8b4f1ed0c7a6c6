/**
 * The one way to write a value as bytes: JSON in UTF-8, keys sorted by UTF-16 code units, no spaces, absent (undefined) keys
 * left out — for our values the same as RFC 8785. Throws TypeError on what JSON cannot say: NaN, dates, functions, bigints.
 */
export function canonicalBytes(value: unknown): Buffer {
  const text = write(value);
  if (text === undefined) throw new TypeError(`What is at "${faultIn(value, '')}" cannot be written as JSON`);
  return Buffer.from(text, 'utf8');
}

/** The text of a value; undefined where something in it cannot be said. Every row of every ledger comes by here: no paths, no copies. */
function write(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : undefined;
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return writeList(value);
      return isPlain(value) ? writeMembers(value as Readonly<Record<string, unknown>>) : undefined;
    default:
      return undefined;
  }
}

function writeList(list: readonly unknown[]): string | undefined {
  let text = '[';
  for (let index = 0; index < list.length; index += 1) {
    const item = write(list[index] ?? null);
    if (item === undefined) return undefined;
    text += index === 0 ? item : `,${item}`;
  }
  return `${text}]`;
}

function writeMembers(members: Readonly<Record<string, unknown>>): string | undefined {
  let text = '{';
  for (const name of Object.keys(members).sort()) {
    const member = members[name];
    if (member === undefined) continue;
    const said = write(member);
    if (said === undefined) return undefined;
    text += `${text.length === 1 ? '' : ','}${quoted(name)}:${said}`;
  }
  return `${text}}`;
}

const REMEMBERED = 2_000;
const known = new Map<string, string>();

/** A key as JSON: the same few hundred come in every row. */
function quoted(name: string): string {
  let text = known.get(name);
  if (text === undefined) {
    text = JSON.stringify(name);
    if (known.size >= REMEMBERED) known.clear();
    known.set(name, text);
  }
  return text;
}

/** Where the first thing stands that cannot be said, for the message; looked for only once something went wrong. */
function faultIn(value: unknown, path: string): string {
  if (write(value) !== undefined || value === null || typeof value !== 'object') return path;
  if (!Array.isArray(value) && !isPlain(value)) return path;
  const inside = Object.entries(value).find(([, member]) => member !== undefined && write(member) === undefined);
  return inside === undefined ? path : faultIn(inside[1], `${path}/${inside[0]}`);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
