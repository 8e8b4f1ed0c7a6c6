import {
  type Block,
  column,
  documentOf,
  figure,
  figureText,
  note,
  paragraph,
  type Row,
  tableOf,
  text,
} from '@huying/kit/document';
import type { Claim } from '@huying/kit/promise';
import { type Paper, type PaperInput, plainRow, ROUNDING, ROUNDING_NOTE, underOf } from './paper.ts';
import type { RankingFacts, RankingGroup } from './ranking-facts.ts';

const METHOD =
  '只在同组内比较；得分相同的名次相同；名次区间为各项权重各自上下浮动20%时可能的名次；样本不足的单位列示不排名。';

/** A table for each group of peers. */
export function rankingBlocks(ranking: RankingFacts): readonly Block[] {
  return ranking.groups.flatMap((group) => {
    const weights = group.criteria.reduce((sum, { weight }) => sum + weight, 0);
    const formula = group.criteria
      .map(
        ({ name, weight, better }) =>
          `${name}${figureText((weight * 100) / weights, 0)}%${better === 'low' ? '（越低越好）' : ''}`,
      )
      .join('、');
    const exempt = group.ranked.flatMap(({ name, exempt: why }) =>
      why === null ? [] : [`${name}：${why}（不可抗力）`],
    );
    const apart = group.apart.map(({ name, n }) => `${name}（样本${n}）`).join('、');
    const notes = [
      `权重：${formula}。`,
      ...(apart === '' ? [] : [`样本不足、不排名：${apart}。`]),
      ...exempt.map((one) => `${one}。`),
    ];
    if (group.ranked.length === 0) return [paragraph(`${group.name}：样本足够的单位不足，本期不排名。`)];
    return [
      tableOf(`rank-${group.id}`, columnsOf(group), rowsOf(group), {
        caption: `${group.name}（${group.ranked.length}）`,
        notes,
      }),
    ];
  });
}

function columnsOf({ criteria }: RankingGroup) {
  const width = Math.max(7, 40 / Math.max(criteria.length, 1));
  return [
    column('rank', '名次', 6, 'center'),
    column('was', '上期', 6, 'center'),
    column('unit', '单位', 17),
    column('score', '得分', 8, 'right'),
    ...criteria.map(({ id, name }) => column(id, name, width, 'right')),
    column('red', '红灯', 6, 'right'),
    column('interval', '名次区间', 9, 'center'),
    column('board', '榜', 6, 'center'),
  ];
}

function rowsOf({ ranked, criteria }: RankingGroup): readonly Row[] {
  return ranked.map((one) => {
    const from = { kind: 'unit' as const, id: one.unit };
    const interval = one.best === one.worst ? String(one.best) : `${one.best}—${one.worst}`;
    return plainRow(
      one.unit,
      text(String(one.rank), from),
      text(one.was === null ? '—' : String(one.was), from),
      text(one.name, from),
      figure(one.score, 1, from),
      ...criteria.map((_, at) => {
        const cell = one.cells[at];
        const value = figure(cell?.value ?? null, 1, from);
        return cell === undefined || cell.value === null
          ? value
          : { ...value, words: `${value.words}（${cell.n}/${cell.d}）` };
      }),
      figure(one.red, 0, from),
      text(interval, from),
      text(one.board === null ? '' : one.board === 'red' ? '红榜' : '黑榜', from),
    );
  });
}

/** Every unit of a group is ranked or listed; every printed rate is what its counts give. */
export function rankingClaims(ranking: RankingFacts): readonly Claim[] {
  return ranking.groups.flatMap(({ name, criteria, ranked }) =>
    ranked.flatMap((one) =>
      one.cells.flatMap((cell, at): Claim[] =>
        cell.value === null
          ? []
          : [
              {
                at: `${name}排名：${one.name}${criteria[at]?.name ?? ''}`,
                claim: 'percentage',
                numerator: cell.n,
                denominator: cell.d,
                printed: Number(figureText(cell.value, 1)),
                rounding: ROUNDING,
              },
            ],
      ),
    ),
  );
}

/** The ranking as a paper of its own, internal until somebody approves its publication. */
export function rankingPaper({ facts, ranking, offices }: PaperInput): Paper {
  const shown: RankingFacts = ranking ?? { asOf: facts.asOf, from: facts.asOf, groups: [] };
  return {
    document: documentOf(`${facts.year}年目标任务和诉求办理\n单位排名`, {
      under: underOf(facts),
      body: [...rankingBlocks(shown), note(`${METHOD}${ROUNDING_NOTE}`)],
      signature: { unit: offices.office, day: facts.asOf },
      draft: true,
    }),
    claims: rankingClaims(shown),
  };
}
