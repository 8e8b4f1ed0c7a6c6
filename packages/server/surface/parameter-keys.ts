import type { ParameterDeclaration } from '@huying/kit/app';
import type { Product } from '@huying/kit/compile';
import type { Words } from '@huying/kit/error';
import { statusWords } from './livelihood-words.ts';

type CaseType = Product['apps'][number]['cases'][number];
type LimitSource = CaseType['clocks'][string]['limit'];

/**
 * What the keys of a table of limits are called: they are options of the field by which a clock looks the table up.
 * Empty for what no clock looks up.
 */
export function parameterKeys({ apps, words }: Pick<Product, 'apps' | 'words'>, table: string): Record<string, Words> {
  const named: Record<string, Words> = {};
  for (const type of apps.flatMap(({ cases }) => cases)) {
    const fields = Object.values(type.clocks).flatMap(({ limit }) => fieldsOf(limit, table));
    for (const field of new Set(fields)) {
      const prefix = `${type.id}/fields/${field}/`;
      for (const [path, said] of Object.entries(words)) {
        if (path.startsWith(prefix)) named[path.slice(prefix.length)] ??= said;
      }
    }
  }
  return named;
}

function fieldsOf(limit: LimitSource, table: string): readonly string[] {
  const further = 'otherwise' in limit && limit.otherwise !== undefined ? fieldsOf(limit.otherwise, table) : [];
  return limit.from === 'table' && limit.name === table ? [limit.by, ...further] : further;
}

/** What the options of a choice are called. */
export function optionNames(
  { words }: Pick<Product, 'words'>,
  { name, options }: Extract<ParameterDeclaration, { readonly kind: 'choice' }>,
): Record<string, Words> {
  const named = Object.entries(options).map(([code, label]) => {
    return [code, words[`parameters/${name}/options/${code}`] ?? { zh: label, en: label }] as const;
  });
  return Object.fromEntries(named);
}

/** The colours of lights and notices; they are no options of a field. */
const COLOURS: Readonly<Record<string, Words>> = statusWords.light;

/**
 * What the codes of a document are called, keys and values alike: as its declaration names them, or the measure, role, action or option
 * of a field that they are. A code that means several things in the forms has no name.
 */
export function codeNames(
  { apps, words }: Pick<Product, 'apps' | 'words'>,
  { name }: Extract<ParameterDeclaration, { readonly kind: 'json' }>,
  ...values: readonly unknown[]
): Record<string, Words> {
  // What belongs to an app has the words of that app; what the engines leave to a district those of all.
  const own = apps.filter(({ id }) => name.startsWith(`${id}.`));
  const types = (own.length > 0 ? own : apps).flatMap(({ cases }) => cases.map(({ id }) => id));
  const inForms = (code: string): Words | undefined => {
    const said = types.flatMap((type) => {
      const options = Object.keys(words).filter(
        (path) => path.startsWith(`${type}/fields/`) && path.endsWith(`/${code}`),
      );
      return [...options, `${type}/actions/${code}`].flatMap((path) => words[path] ?? []);
    });
    return new Set(said.map(({ zh }) => zh)).size === 1 ? said[0] : undefined;
  };
  const named: Record<string, Words> = {};
  for (const code of new Set(values.flatMap(codesIn))) {
    const found =
      words[`parameters/${name}/names/${code}`] ??
      words[`measures/${code}`] ??
      words[`roles/${code}`] ??
      COLOURS[code] ??
      inForms(code);
    if (found !== undefined) named[code] = found;
  }
  return named;
}

/** Everything in a document that looks like a code. */
function codesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^[a-z][A-Za-z0-9.-]*$/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(codesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [...codesIn(key), ...codesIn(one)]);
}
