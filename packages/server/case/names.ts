import type { Words } from '@huying/kit/error';
import { type Field, formatValue, isPersonal, type Source } from '@huying/kit/field';
import { displayNames } from '../identity/index.ts';
import type { Ctx } from '../ledger/index.ts';
import type { World } from './world.ts';

/** Says codes, units and posts in words, in both languages. */
export interface Names {
  unit(id: string | null): Words | null;
  area(code: string | null): Words | null;
  code(registry: string, code: string): Words | null;
  /** The person who holds a post. */
  person(post: string | null): string | null;
  /** A value of a field as a line of text; null where there is nothing to say beyond the value. */
  value(field: Field, value: unknown): Words;
}

/** Reads the names of the people behind `posts` with one statement; everything else is in memory. */
export async function namesFor(ctx: Ctx, world: World, posts: readonly (string | null)[]): Promise<Names> {
  const accounts = posts.flatMap((post) => (post === null ? [] : (world.org.post(post)?.account ?? [])));
  const people = accounts.length === 0 ? new Map<string, string>() : await displayNames(ctx.tx, accounts);
  const { org, registry, calendar } = world;

  const names: Names = {
    unit: (id) => (id === null ? null : (org.unit(id)?.name ?? null)),
    area: (code) => (code === null ? null : names.code('area', code)),
    code: (name, code) => registry.last(name, code, ctx.now)?.name ?? null,
    person(post) {
      const account = post === null ? undefined : org.post(post)?.account;
      return account === undefined ? null : (people.get(account) ?? null);
    },
    value: (field, value) => ({ zh: said(field, value, 'zh'), en: said(field, value, 'en') }),
  };

  function said(field: Field, value: unknown, locale: 'zh' | 'en'): string {
    // A sealed value is no text; whoever may read it opened it before.
    if (isPersonal(field) && typeof value === 'object') return '***';
    const nameOf = (source: Source, code: string) => sourceName(source, code)?.[locale];
    return formatValue(field, value, { locale, zone: calendar.zone, nameOf });
  }

  function sourceName(source: Source, code: string): Words | null {
    switch (source.from) {
      case 'options': {
        const zh = source.options[code];
        return zh === undefined ? null : { zh, en: zh };
      }
      case 'tree':
        return names.code(source.tree, code);
      case 'units':
        return names.unit(code);
      case 'workers': {
        const name = names.person(code);
        return name === null ? null : { zh: name, en: name };
      }
      default:
        return source satisfies never;
    }
  }

  return names;
}
