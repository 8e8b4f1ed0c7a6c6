import pg from 'pg';

interface Node {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Node[];
}

/** Statements that read a table of cases. */
const ABOUT_CASES = /\b(case_record|case_task|case_unit)\b/;

/** The plans of every statement about cases that a work asks, as the role of the program asks them: under row-level security. */
export function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  return explained('costs off', work, (rows) => rows.map((row) => row['QUERY PLAN']).join('\n'));
}

/** How many rows of the tables of cases each of those statements looks at, shown or not. */
export function readsOf(work: () => Promise<unknown>): Promise<number[]> {
  return explained('analyze, format json', work, (rows) => {
    const [row] = rows as unknown as readonly [{ readonly 'QUERY PLAN': readonly [{ readonly Plan: Node }] }];
    return rowsRead(row['QUERY PLAN'][0].Plan);
  });
}

function rowsRead(node: Node): number {
  const own = node['Relation Name']?.startsWith('case_')
    ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
    : 0;
  return (node.Plans ?? []).reduce((sum, part) => sum + rowsRead(part), own);
}

/** Has every statement explained before it is carried out; each text once. Throws where there was none. */
async function explained<T>(
  how: string,
  work: () => Promise<unknown>,
  read: (rows: readonly Record<string, string>[]) => T,
): Promise<T[]> {
  const told: T[] = [];
  const original = pg.Client.prototype.query;
  const seen = new Set<string>();
  pg.Client.prototype.query = function explaining(this: pg.Client, config: unknown, ...rest: unknown[]) {
    const { text, values } = (config ?? {}) as { text?: string; values?: unknown[] };
    const again = () => Reflect.apply(original, this, [config, ...rest]) as unknown;
    if (typeof text !== 'string' || !ABOUT_CASES.test(text) || seen.has(text)) return again();
    seen.add(text);
    return Reflect.apply(original, this, [{ text: `explain (${how}) ${text}`, values }]).then(
      (result: { rows: Record<string, string>[] }) => {
        told.push(read(result.rows));
        return again();
      },
    );
  } as typeof original;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  if (told.length === 0) throw new Error('nothing was asked about cases');
  return told;
}
