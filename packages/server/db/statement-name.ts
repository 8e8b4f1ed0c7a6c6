import { createHash } from 'node:crypto';

/** Beyond this many different texts (filters composed at run time) a statement goes unnamed, so that connections do not hoard plans. */
const MOST = 2_000;

const names = new Map<string, string>();

/** The name under which a statement is prepared once per connection; undefined when too many texts are named already. */
export function statementName(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= MOST) return undefined;
  const name = `h${createHash('sha256').update(sql).digest('hex').slice(0, 20)}`;
  names.set(sql, name);
  return name;
}
