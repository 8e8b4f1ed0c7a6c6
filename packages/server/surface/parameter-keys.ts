import type { ParameterDeclaration } from '@huying/kit/app';
import type { Product } from '@huying/kit/compile';
import type { Words } from '@huying/kit/error';

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
