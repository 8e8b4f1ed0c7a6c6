import type { Product } from '@huying/kit/compile';
import { printText } from '@huying/kit/condition';
import type { Words } from '@huying/kit/error';
import { conditionsOf, endOfStock, fieldsCounted, type Measure, stintKind } from '@huying/kit/measure';
import { conditionTeller } from './condition-words.ts';
import { bookOf } from './measure-book.ts';
import type { MeasureDefinition } from './reading-schema.ts';

/** Every measure as it is read next to its numbers: sentence, conditions, breakdowns, in both languages. */
export function measureDefinitions(product: Product): readonly MeasureDefinition[] {
  return bookOf(product).measures.map((measure) => definitionOf(product, measure));
}

function definitionOf(product: Product, measure: Measure): MeasureDefinition {
  const { id, fact, form, on, grain, clock, calendar, decimals, minimum, better } = measure;
  const said = (path: string): Words => product.words[path] ?? { zh: path, en: path };
  const declaration = product.facts.find((one) => one.kind === fact || stintKind(one) === fact);
  const until = endOfStock(measure);
  const teller = conditionTeller(product, measure);
  const parts: readonly (readonly [part: string, text: string, words: Words])[] = [
    ...conditionsOf(measure).map(([part, one]) => [part, printText(one), teller.condition(one)] as const),
    ...('mean' in form ? [['mean', form.mean, teller.field(form.mean)] as const] : []),
    ...(until === undefined ? [] : [['until', until, teller.field(until)] as const]),
  ];
  return {
    id,
    name: said(`measures/${id}`),
    meaning: said(`measures/${id}/meaning`),
    source: said(`measures/${id}/source`),
    fact,
    form: 'ratio' in form ? 'ratio' : 'count' in form ? 'count' : 'stock' in form ? 'stock' : 'mean',
    parts: Object.fromEntries(parts.map(([part, text]) => [part, text])),
    conditions: Object.fromEntries(parts.map(([part, , words]) => [part, words])),
    on,
    fields: Object.fromEntries(fieldsCounted(measure).map((name) => [name, teller.field(name)])),
    grain: [...grain],
    cross: [...(measure.cross ?? [])],
    clock: clock === undefined ? null : said(`${declaration?.of}/clocks/${clock}`),
    // What counts, or asks people, goes by no time: a calendar beside it would only puzzle.
    calendar: clock === undefined && !('mean' in form) ? null : (calendar ?? null),
    unit: 'mean' in form ? said(`measures/${id}/unit`) : null,
    decimals,
    minimum,
    better,
    fullDays: measure.fullDays === true,
  };
}
