import type { Words } from '@huying/kit/error';
import type { KeptDoubt } from './figure-doubt.store.ts';

/** What is doubtful about a figure, with the numbers that make it so. */
export function doubtWords({ kind, detail }: Pick<KeptDoubt, 'kind' | 'detail'>, decimals: number): Words {
  const at = (name: string, digits = decimals) => (detail[name] ?? 0).toFixed(digits);
  switch (kind) {
    case 'jump':
      return {
        zh: `较上期变动 ${at('step')}，以往一般为 ${at('usual')}，变动异常。`,
        en: `It moved by ${at('step')} since the last period; usually it moves by ${at('usual')}.`,
      };
    case 'shrink':
      return {
        zh: `累计值小于上期（${at('before')}）。`,
        en: `A running total cannot fall below the last period's ${at('before')}.`,
      };
    case 'growth':
      return {
        zh: `填报增速 ${at('entered', 1)}%，按上年同期推算为 ${at('reckoned', 1)}%，两者不符。`,
        en: `The growth entered is ${at('entered', 1)} %; over last year's value it would be ${at('reckoned', 1)} %.`,
      };
    case 'final':
      return {
        zh: `核定值与初步值（${at('provisional')}）相差 ${at('percent', 1)}%。`,
        en: `The final value differs from the provisional ${at('provisional')} by ${at('percent', 1)} %.`,
      };
    default:
      return kind satisfies never;
  }
}
