import type { Words } from '@huying/kit/error';
import { type Field, formatValue, isPersonal, type Source } from '@huying/kit/field';
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

/** Names as they hold now, from memory; to the public no person is named. */
export function namesFor(reader: 'staff' | 'public', { org, registry, calendar, context }: World): Names {
  const names: Names = {
    unit: (id) => (id === null ? null : (org.unit(id)?.name ?? null)),
    area: (code) => (code === null ? null : names.code('area', code)),
    code: (name, code) => registry.last(name, code, context.now)?.name ?? null,
    person: reader === 'staff' ? org.holderName : () => null,
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
