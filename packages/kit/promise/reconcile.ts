import { type BallotFault, checkBallots, checkSatisfaction } from './ballot-check.ts';
import { checkLights, lightFaultWords } from './check-lights.ts';
import type { Claim, Discrepancy, DiscrepancyRule, NamedAmount } from './claim.ts';
import { steady } from './light.ts';
import { codeBooks, isComparable } from './proposal-rates.ts';
import { largestRemainder, type RoundingRule, roundWith } from './rounding.ts';

type Found = Omit<Discrepancy, 'at'>;
type ClaimOf<Kind extends Claim['claim']> = Extract<Claim, { claim: Kind }>;

/**
 * Proves what a paper says before it is published; empty where all of it holds. Every discrepancy is told with its place, its rule, the
 * difference, and words of both languages.
 */
export function reconcile(claims: readonly Claim[]): readonly Discrepancy[] {
  return claims.flatMap((claim) => foundIn(claim).map((found) => ({ at: claim.at, ...found })));
}

function foundIn(claim: Claim): readonly Found[] {
  switch (claim.claim) {
    case 'sum':
      return sums(claim.total, claim.parts, claim.decimals ?? 0);
    case 'classes':
      return classes(claim);
    case 'same-denominator':
      return sameDenominator(claim);
    case 'same-number':
      return sameNumber(claim);
    case 'percentage':
      return percentage(claim);
    case 'shares':
      return shares(claim);
    case 'score':
      return score(claim);
    case 'ballots':
      return checkBallots(claim.counts, claim.tallies).map(fromBallots);
    case 'satisfaction':
      return checkSatisfaction(claim.rows, claim.total).map(fromBallots);
    case 'lights':
      return checkLights(claim.set).map((fault) => found('rule-coverage', null, lightFaultWords(claim.set, fault)));
    case 'same-lights':
      return sameLights(claim);
    case 'majority':
      return majority(claim);
    case 'code-books':
      return comparedCodes(claim);
  }
}

function found(
  rule: DiscrepancyRule,
  difference: number | null,
  words: { readonly zh: string; readonly en: string },
): Found {
  return { rule, difference, zh: words.zh, en: words.en };
}

function noData(names: readonly string[]): Found {
  return found('no-data', null, {
    zh: `${names.join('、')}没有数据，不能以零计。`,
    en: `${names.join(', ')}: no data, which is not zero.`,
  });
}

function sums(total: number, parts: readonly NamedAmount[], decimals: number): readonly Found[] {
  const unknown = parts.filter(({ value }) => value === null);
  if (unknown.length > 0) return [noData(unknown.map(({ name }) => name))];
  const sum = steady(parts.reduce((all, { value }) => all + (value ?? 0), 0));
  const difference = steady(total - sum);
  if (Math.abs(difference) < 0.5 * 10 ** -decimals) return [];
  return [
    found('must-sum', difference, {
      zh: `合计${total}，各项之和${sum}，相差${Math.abs(difference)}。`,
      en: `The total is ${total}, the parts make ${sum}, off by ${Math.abs(difference)}.`,
    }),
  ];
}

function classes({ total, classes: all }: ClaimOf<'classes'>): readonly Found[] {
  const [broken] = sums(total, all, 0);
  if (broken === undefined || broken.rule === 'no-data') return broken === undefined ? [] : [broken];
  const off = Math.abs(broken.difference ?? 0);
  const sum = steady(total - (broken.difference ?? 0));
  return [
    (broken.difference ?? 0) > 0
      ? found('named-nowhere', broken.difference, {
          zh: `共${total}项，各类合计${sum}项，有${off}项未列入任何一类。`,
          en: `Of ${total} the classes name ${sum}; ${off} are named nowhere.`,
        })
      : found('must-sum', broken.difference, {
          zh: `共${total}项，各类合计${sum}项，多出${off}项。`,
          en: `Of ${total} the classes name ${sum}, ${off} too many.`,
        }),
  ];
}

function sameDenominator({ rows }: ClaimOf<'same-denominator'>): readonly Found[] {
  const unknown = rows.filter(({ value }) => value === null);
  if (unknown.length > 0) return [noData(unknown.map(({ name }) => name))];
  const [first] = rows;
  return rows
    .filter(({ value }) => value !== first?.value)
    .map(({ name, value }) =>
      found('same-denominator', (value ?? 0) - (first?.value ?? 0), {
        zh: `“${name}”以${value}为分母，“${first?.name}”以${first?.value}为分母。`,
        en: `“${name}” is of ${value}, “${first?.name}” is of ${first?.value}.`,
      }),
    );
}

function sameNumber({ places, decimals = 6 }: ClaimOf<'same-number'>): readonly Found[] {
  const [first] = places;
  return places
    .filter(({ value }) => !isSame(value, first?.value ?? null, decimals))
    .map(({ name, value }) =>
      found('same-number', value === null || typeof first?.value !== 'number' ? null : steady(value - first.value), {
        zh: `“${name}”为${told(value, 'zh')}，“${first?.name}”为${told(first?.value ?? null, 'zh')}。`,
        en: `“${name}” says ${told(value, 'en')}, “${first?.name}” says ${told(first?.value ?? null, 'en')}.`,
      }),
    );
}

function isSame(a: number | null, b: number | null, decimals: number): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) < 0.5 * 10 ** -decimals;
}

function told(value: number | null, locale: 'zh' | 'en'): string {
  return value === null ? (locale === 'zh' ? '无数据' : 'no data') : String(value);
}

function percentage({ numerator, denominator, printed, rounding, cap }: ClaimOf<'percentage'>): readonly Found[] {
  const exact = denominator > 0 ? (numerator / denominator) * 100 : null;
  if (exact === null || printed === null) {
    if (exact === null && printed === null) return [];
    return [
      exact === null
        ? found('percentage', null, {
            zh: `分母为零，不应印出${printed}%。`,
            en: `There is nothing to be a share of, yet ${printed} % is printed.`,
          })
        : found('no-data', null, { zh: '有数据而未印出百分比。', en: 'There are data, yet no percentage is printed.' }),
    ];
  }
  if (rounding === null) return [undeclared()];
  const right = roundWith(rounding, cap === undefined || cap === null ? exact : Math.min(exact, cap * 100));
  if (steady(printed - right) === 0) return [];
  if (printed === 100 && exact > 100) {
    return [
      found('declared-cap', steady(printed - right), {
        zh: `${numerator}/${denominator}为${right}%，印作100%，封顶未声明。`,
        en: `${numerator}/${denominator} is ${right} %, printed 100 %: a cap that is not declared.`,
      }),
    ];
  }
  return [misprinted(`${numerator}/${denominator}`, right, printed)];
}

function misprinted(of: string, right: number, printed: number): Found {
  return found('percentage', steady(printed - right), {
    zh: `${of}应为${right}%，印作${printed}%。`,
    en: `${of} is ${right} %, printed ${printed} %.`,
  });
}

function undeclared(): Found {
  return found('declared-rounding', null, { zh: '未声明舍入规则。', en: 'The rule of rounding is not declared.' });
}

function shares({ parts, printed, rounding }: ClaimOf<'shares'>): readonly Found[] {
  const unknown = parts.filter(({ value }) => value === null);
  if (unknown.length > 0) return [noData(unknown.map(({ name }) => name))];
  if (rounding === null) return [undeclared()];
  const values = parts.map(({ value }) => value ?? 0);
  const whole = values.reduce((sum, value) => sum + value, 0);
  if (!(whole > 0)) return [];
  const plain: RoundingRule = { decimals: rounding.decimals, half: 'half' in rounding ? rounding.half : 'up' };
  const right =
    'largestRemainder' in rounding
      ? (largestRemainder(values, rounding.decimals) ?? [])
      : values.map((value) => roundWith(plain, (value / whole) * 100));
  return parts.flatMap(({ name, value }, at): readonly Found[] => {
    const shown = printed[at] ?? null;
    if (shown === null) return [noData([name])];
    return steady(shown - (right[at] ?? 0)) === 0
      ? []
      : [misprinted(`${name} ${value}/${whole}`, right[at] ?? 0, shown)];
  });
}

function score({ arithmetic, printed, rounding, cap }: ClaimOf<'score'>): readonly Found[] {
  if (rounding === null) return [undeclared()];
  const right = roundWith(rounding, cap === null ? arithmetic : Math.min(arithmetic, cap));
  if (steady(printed - right) === 0) return [];
  const difference = steady(printed - right);
  if (cap === null && printed < right) {
    return [
      found('declared-cap', difference, {
        zh: `按公式应为${right}，印作${printed}，封顶未声明。`,
        en: `The formula gives ${right}, ${printed} is printed: a cap that is not declared.`,
      }),
    ];
  }
  return [
    found('percentage', difference, {
      zh: `按公式应为${right}，印作${printed}。`,
      en: `The formula gives ${right}, ${printed} is printed.`,
    }),
  ];
}

function fromBallots({ at, difference, zh, en }: BallotFault): Found {
  return found(
    'ballot-identity',
    difference,
    at === null ? { zh, en } : { zh: `“${at}”：${zh}`, en: `“${at}”: ${en}` },
  );
}

function sameLights({ rows }: ClaimOf<'same-lights'>): readonly Found[] {
  const [first] = rows;
  if (first === undefined) return [];
  const inputs = (set: ClaimOf<'lights'>['set']) => Object.keys(set.inputs).sort().join('+');
  return rows
    .filter(({ set }) => inputs(set) !== inputs(first.set))
    .map(({ name, set }) =>
      found('same-measure', null, {
        zh: `“${name}”按${inputs(set)}亮灯，“${first.name}”按${inputs(first.set)}亮灯，不可同表比较。`,
        en: `“${name}” is lit by ${inputs(set)}, “${first.name}” by ${inputs(first.set)}: they do not compare.`,
      }),
    );
}

function majority({ passesAtHalf, failsAtHalf }: ClaimOf<'majority'>): readonly Found[] {
  if (passesAtHalf !== failsAtHalf) return [];
  return [
    found(
      'majority',
      null,
      passesAtHalf
        ? { zh: '恰为半数时既算通过又算不通过。', en: 'Exactly half both passes and fails.' }
        : { zh: '恰为半数时既不算通过又不算不通过。', en: 'Exactly half neither passes nor fails.' },
    ),
  ];
}

function comparedCodes({ code, rows }: ClaimOf<'code-books'>): readonly Found[] {
  const [first] = rows;
  if (first === undefined) return [];
  const meaning = (book: string, locale: 'zh' | 'en') =>
    codeBooks.find(({ id }) => id === book)?.codes[code][locale] ?? book;
  return rows
    .filter(({ book }) => !isComparable(code, first.book, book))
    .map(({ name, book }) =>
      found('code-book', null, {
        zh: `“${name}”的${code}类是“${meaning(book, 'zh')}”，“${first.name}”的${code}类是“${meaning(first.book, 'zh')}”，不可并列。`,
        en: `${code} of “${name}” means “${meaning(book, 'en')}”, of “${first.name}” “${meaning(first.book, 'en')}”: they do not compare.`,
      }),
    );
}
