import { list, quoted, type Reference, type Table } from './tables.ts';

/** Shared tables without personal data, which one district's backup takes whole: its rows pin definitions by hash. */
const WHOLE = new Set(['definition', 'named_function', 'master_key']);

/**
 * Which rows of a table go into a backup, as a condition; undefined: none. In one district's backup, of the tables that districts
 * share: its own row; rows that name it in a column `district`; and whatever its rows refer to. Other districts' accounts stay out.
 */
export function rowsFor(
  table: Table,
  tenant: string,
  only: boolean,
  tables: readonly Table[],
  references: readonly Reference[],
): string | undefined {
  const code = `'${tenant}'`;
  if (table.tenanted) return `tenant = ${code}`;
  if (!only || WHOLE.has(table.name)) return 'true';
  if (table.name === 'tenant') return `code = ${code}`;
  const own = table.columns.includes('district') ? [`district = ${code}`] : [];
  const needed = references
    .filter((one) => one.to === table.name && one.from !== table.name)
    .flatMap((one) => {
      const from = tables.find((other) => other.name === one.from);
      const condition = from === undefined ? undefined : rowsFor(from, tenant, only, tables, references);
      return condition === undefined
        ? []
        : [`(${list(one.targets)}) in (select ${list(one.columns)} from ${quoted(one.from)} where ${condition})`];
    });
  const all = [...own, ...needed];
  return all.length === 0 ? undefined : all.join(' or ');
}
