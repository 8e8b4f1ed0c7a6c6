import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from '../index.ts';
import type { Finding } from '../report.ts';

/** Real texts are kept outside the repository. */
const folder = new URL('../../../../shared/data/reports/', import.meta.url);
const isHere = existsSync(folder);
const findings = (name: string) => read(readFileSync(new URL(name, folder), 'utf8')).findings;
const told = (all: readonly Finding[], code: Finding['code']) =>
  all.filter((finding) => finding.code === code).map(({ params }) => params);

describe.skipIf(!isHere)('what real reports say twice (skipped: ../shared/data/reports is not here)', () => {
  it('the sums a report prints are recomputed, inside a sentence and across body and appendix', () => {
    expect(
      told(findings('tianhe-2020.txt'), 'sumHolds')
        .map(({ total, parts }) => `${total}=${parts}`)
        .sort(),
    ).toEqual(['131=22+109', '2202=220+582+1400', '2213=621+600+992', '2661=347+238+2076']);
    expect(told(findings('yuexiu-2016.txt'), 'sumHolds').map(({ parts }) => parts)).toEqual(['2.02+97.98']);
  });

  it('numbers of the body that round or bend those of the appendix are raised', () => {
    expect(
      told(findings('tianhe-2020.txt'), 'bodyAndAppendix').map(({ first, second, relation }) => [
        first,
        second,
        relation,
      ]),
    ).toEqual([
      [6.2, 61814, 'rounded'],
      [1.1, 11150, 'rounded'],
      [8, 8, 'comparator'],
    ]);
  });

  it('a target far below last year’s result is raised once, with body, appendix and result', () => {
    const permits = findings('tianhe-2020.txt').filter(
      ({ code, params }) => code === 'belowLastResult' && params.target === 200,
    );
    expect(permits).toMatchObject([{ params: { target: 200, result: 372, resultUnit: '宗' } }]);
    expect(permits[0]?.places).toHaveLength(3);
  });

  it('an item list cut short is told from the count it announces', () => {
    expect(told(findings('06-changning-2024.txt'), 'itemCount')).toEqual([{ printed: 17, counted: 10 }]);
  });

  it.each([
    '04-chongqing-2026.txt',
    'shahekou-2016.txt',
    'tianhe-2020.txt',
    'yuexiu-2016.txt',
    '32-shanghai-2020.txt',
    '33-shanghai-2021.txt',
  ])('%s is accused of no wrong sum, ratio, status, date, share or count', (name) => {
    const grave = new Set<Finding['code']>([
      'sum',
      'ratio',
      'status',
      'unitDiffers',
      'statedTwice',
      'memberCount',
      'itemCount',
      'percentOver',
      'dateImpossible',
    ]);
    expect(findings(name).filter(({ code }) => grave.has(code))).toEqual([]);
  });
});
