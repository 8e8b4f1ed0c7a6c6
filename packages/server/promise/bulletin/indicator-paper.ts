import {
  type Block,
  column,
  documentOf,
  figure,
  figureText,
  note,
  paragraph,
  tableOf,
  text,
} from '@huying/kit/document';
import type { Claim } from '@huying/kit/promise';
import type { IndicatorFacts, PromiseFacts } from './facts.ts';
import {
  extraParagraphs,
  type Paper,
  type PaperInput,
  plainRow,
  pointsCell,
  promiseGround,
  ROUNDING_NOTE,
  underOf,
  valueGround,
  valueWords,
} from './paper.ts';
import { FIRMNESS, STANDING } from './status-words.ts';

const columns = [
  column('name', '指标', 16),
  column('firmness', '性质', 7, 'center'),
  column('plan', '计划', 10, 'center'),
  column('value', '实际', 10, 'center'),
  column('growth', '同比（%）', 7, 'right'),
  column('delta', '差', 9, 'center'),
  column('before', '同期', 9, 'right'),
  column('basis', '口径与来源', 18),
  column('standing', '核定', 6, 'center'),
];

/** 指标表: what was planned, what was reached, and by how much they differ: in points for rates and growth, in the unit else. */
export function indicatorBlocks(promises: readonly PromiseFacts[]): readonly Block[] {
  const rows = promises.flatMap((promise) =>
    promise.indicators
      .filter(({ name }) => name !== 'rank')
      .map((indicator) => {
        const from = promiseGround(promise);
        const grounds = valueGround(promise, indicator);
        return plainRow(
          `${promise.id} ${indicator.name}`,
          text(`${indicator.label}${indicator.unit === '' ? '' : `（${indicator.unit}）`}`, from),
          text(FIRMNESS[promise.firmness], from),
          text(indicator.target, { kind: 'indicator', id: indicator.name, of: promise.id }),
          text(valueWords(indicator), ...grounds),
          figure(indicator.growth, 1, ...grounds),
          differenceCell(promise, indicator),
          figure(indicator.before, indicator.decimals, from),
          text(indicator.basis ?? basisOf(promise), ...grounds),
          text(indicator.standing === null ? '—' : STANDING[indicator.standing], ...grounds),
        );
      }),
  );
  return [
    tableOf('indicators', columns, rows, { wide: true, notes: ['增长类、比率类指标的差为百分点，其余为绝对量。'] }),
  ];
}

function basisOf({ data }: PromiseFacts): string {
  return typeof data.basis === 'string' ? data.basis : '';
}

function differenceCell(promise: PromiseFacts, indicator: IndicatorFacts) {
  const grounds = valueGround(promise, indicator);
  const { aim, margin, unit, decimals } = indicator;
  if (margin === null || aim === 'followed') return text('—', ...grounds);
  if (aim === 'growth' || unit === '%') {
    const cell = pointsCell(margin, ...grounds);
    return { ...cell, words: `${cell.words}点` };
  }
  const digits = figureText(Math.abs(margin), decimals);
  return { ...figure(margin, decimals, ...grounds), words: `${margin < 0 ? '−' : margin > 0 ? '+' : ''}${digits}` };
}

export function indicatorPaper(input: PaperInput): Paper {
  const { facts, offices } = input;
  const own = facts.promises.filter(({ kind }) => kind === 'indicator');
  return {
    document: documentOf(`${facts.year}年国民经济和社会发展主要指标\n完成情况`, {
      under: underOf(facts),
      body: [
        paragraph(`本表列出${facts.year}年预期目标和约束性指标${own.length}项。`),
        ...indicatorBlocks(own),
        ...extraParagraphs(input.words),
        note(ROUNDING_NOTE),
      ],
      signature: { unit: offices.office, day: facts.asOf },
      draft: true,
    }),
    claims: sameNumberClaims(own),
  };
}

/** One indicator has one number, wherever in the paper it stands. */
function sameNumberClaims(promises: readonly PromiseFacts[]): readonly Claim[] {
  const all = promises.flatMap((promise) =>
    promise.indicators.map((indicator) => ({
      key: `${indicator.label}（${indicator.unit}）`,
      name: promise.title,
      value: indicator.value,
    })),
  );
  return [...Map.groupBy(all, ({ key }) => key)]
    .filter(([, places]) => places.length > 1)
    .map(([at, places]) => ({ at, claim: 'same-number', places: places.map(({ name, value }) => ({ name, value })) }));
}
