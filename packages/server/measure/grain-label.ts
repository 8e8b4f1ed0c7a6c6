import type { Product } from '@huying/kit/compile';
import type { Words } from '@huying/kit/error';
import { type Grain, type Measure, stintKind } from '@huying/kit/measure';
import type { World } from '../case/index.ts';

/** What has no matter or channel yet. */
const NONE: Words = { zh: '（未填）', en: '(none yet)' };
const EVERYTHING: Words = { zh: '全部', en: 'All' };

/** Says the values of a breakdown in words: names of units and areas, matters, channels. */
export function labelsOf(
  { org, registry }: Pick<World, 'org' | 'registry'>,
  product: Product,
  grain: Grain,
  now: number,
): (value: string, measure: Pick<Measure, 'fact'>) => Words {
  return (value, measure) => {
    const same = { zh: value, en: value };
    if (value === '' && grain !== 'all') return NONE;
    switch (grain) {
      case 'all':
        return EVERYTHING;
      case 'unit':
        return org.unit(value)?.name ?? same;
      case 'street':
      case 'cell':
        return registry.last('area', value, now)?.name ?? same;
      case 'matter':
        return (registry.last('matter', value, now) ?? registry.last('demand-class', value, now))?.name ?? same;
      case 'channel': {
        const facts = product.facts.find((one) => one.kind === measure.fact || stintKind(one) === measure.fact);
        return product.words[`${facts?.of}/fields/${facts?.channel}/${value}`] ?? same;
      }
      default:
        return grain satisfies never;
    }
  };
}
