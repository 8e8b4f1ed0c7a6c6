import type { Breach, Fence, HouseModule } from './breach.ts';

const kinds = {
  insert: /\binsert\s+into\s+"?([a-z_.]+)/gi,
  update: /\bupdate\s+(?:only\s+)?"?([a-z_.]+)"?(?:\s+(?:as\s+)?[a-z_]+)?\s+set\b/gi,
  delete: /\bdelete\s+from\s+(?:only\s+)?"?([a-z_.]+)/gi,
} as const;
const statement =
  /^\s*(?:select\b[\s\S]*\bfrom\b|insert\s+into\b|update\b[\s\S]*\bset\b|delete\s+from\b|with\b[\s\S]*\bas\b[\s\S]*\(|copy\b[\s\S]*\b(?:from|to)\b|merge\s+into\b|truncate\b)/;

/** SQL stands in store.ts (or `x.store.ts`, or a folder `store/`), in db and in tests: a table then has one place to be read about. */
export const storeFence: Fence = ({ modules }) =>
  modules.filter(holdsNoSql).flatMap((module) =>
    module.literals
      .filter(({ text }) => isStatement(text))
      .map(({ text, line }) => ({
        path: module.path,
        line,
        why: `"${text.trim().slice(0, 40).replaceAll(/\s+/g, ' ')}…" is SQL outside a store; write it as a function of the folder's store.ts, beside the other statements of its tables.`,
      })),
  );

/** Each table is written by the stores of one folder; two writers would each believe a different rule about it. */
export const tableFence: Fence = ({ modules }) => {
  const writers = new Map<string, { folder: string; module: HouseModule; line: number }[]>();
  for (const module of modules.filter((one) => one.place.part === 'server' && isStore(one.path))) {
    for (const { text, line } of module.literals) {
      for (const table of tablesWritten(text)) {
        writers.set(table, [...(writers.get(table) ?? []), { folder: module.place.folder, module, line }]);
      }
    }
  }
  return [...writers].flatMap(([table, all]): Breach[] => {
    const owner = all[0]?.folder;
    const other = all.find((one) => one.folder !== owner);
    if (!other) return [];
    const why = `${table} is written by ${owner} and by ${other.folder}; let one of them own it and the other call its door.`;
    return [{ path: other.module.path, line: other.line, why }];
  });
};

function tablesWritten(sql: string): string[] {
  return Object.values(kinds).flatMap((kind) => [...sql.matchAll(kind)].map((match) => match[1] ?? ''));
}

/** SQL writes a keyword in small letters or in capitals throughout; prose that begins "Select a file from" is not meant. */
function isStatement(text: string): boolean {
  return statement.test(text.replaceAll(/\b[A-Z]{2,}\b/g, (word) => word.toLowerCase()));
}

function holdsNoSql({ path, place }: HouseModule): boolean {
  if (place.isTest || isStore(path)) return false;
  if (place.part === 'server') return place.folder !== 'db';
  return place.part === 'kit' || place.part === 'reader' || place.part === 'apps' || place.part === 'district';
}

function isStore(path: string): boolean {
  return /(\/|\.)store\.ts$/.test(path) || path.includes('/store/');
}
