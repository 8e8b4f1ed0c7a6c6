import type { Words } from '../error/index.ts';
import type { BallotCounts, CandidateTally } from './vote.ts';

/** An identity that ballots do not keep: where, by how much, in words. */
export interface BallotFault extends Words {
  readonly rule: 'counts' | 'issued' | 'returned' | 'options' | 'totals';
  /** The candidate or item; null for the ballots as a whole. */
  readonly at: string | null;
  /** What is there less what should be. */
  readonly difference: number;
}

/**
 * The identities certified totals must keep: present ≤ members, issued ≤ present, returned ≤ issued, returned = valid + void, and for each
 * candidate approve + oppose + abstain = valid. A number that is not told is not checked, but valid ballots must be told.
 */
export function checkBallots(counts: BallotCounts, tallies: readonly CandidateTally[]): readonly BallotFault[] {
  const found: BallotFault[] = [];
  const fault = (rule: BallotFault['rule'], at: string | null, difference: number, zh: string, en: string) =>
    found.push({ rule, at, difference, zh, en });
  const atMost = (
    rule: BallotFault['rule'],
    one: [number | null, string, string],
    other: [number | null, string, string],
  ) => {
    const [a, zhA, enA] = one;
    const [b, zhB, enB] = other;
    if (a === null || b === null || a <= b) return;
    fault(rule, null, a - b, `${zhA}${a}，多于${zhB}${b}。`, `${enA} ${a} are more than ${enB} ${b}.`);
  };
  const { members, present, issued, returned, valid } = counts;
  for (const [name, value] of Object.entries(counts) as [string, number | null][]) {
    if (value === null || (Number.isInteger(value) && value >= 0)) continue;
    fault('counts', null, value, `“${name}”不是票数：${value}。`, `“${name}” is no count: ${value}.`);
  }
  atMost('counts', [present, '出席', 'Present'], [members, '应到', 'members']);
  atMost('issued', [issued, '发出', 'Issued ballots'], [present, '出席', 'deputies present']);
  atMost('issued', [returned, '收回', 'Returned ballots'], [issued, '发出', 'issued ones']);
  if (returned !== null && valid !== null && counts.void !== null && returned !== valid + counts.void) {
    const difference = valid + counts.void - returned;
    fault(
      'returned',
      null,
      difference,
      `收回${returned}张，有效${valid}加无效${counts.void}为${valid + counts.void}，相差${Math.abs(difference)}。`,
      `Returned ${returned}; valid ${valid} and void ${counts.void} make ${valid + counts.void}, off by ${Math.abs(difference)}.`,
    );
  }
  if (valid === null) fault('returned', null, 0, '未填有效票数。', 'The number of valid ballots is missing.');
  for (const { candidate, approve, oppose, abstain } of tallies) {
    const sum = approve + oppose + abstain;
    const broken = [approve, oppose, abstain].some((count) => !Number.isInteger(count) || count < 0);
    if (broken) fault('counts', candidate, sum, '有票数不是非负整数。', 'A count is no whole number from 0.');
    else if (valid !== null && sum !== valid) {
      const off = Math.abs(sum - valid);
      fault(
        'options',
        candidate,
        sum - valid,
        `赞成、反对、弃权合计${sum}，有效票${valid}，相差${off}。`,
        `The options make ${sum}, the valid ballots are ${valid}, off by ${off}.`,
      );
    }
  }
  return found;
}

/** One item's satisfaction ballots. */
export interface SatisfactionRow {
  readonly id: string;
  readonly satisfied: number;
  readonly basically: number;
  readonly not: number;
}

/** Satisfaction ballots cast together have the same total: the one told, or the one that most items have. */
export function checkSatisfaction(rows: readonly SatisfactionRow[], total: number | null): readonly BallotFault[] {
  const sums = rows.map(({ satisfied, basically, not }) => satisfied + basically + not);
  const usual = total ?? commonest(sums);
  return rows.flatMap(({ id }, at): BallotFault[] => {
    const sum = sums[at] ?? 0;
    if (usual === null || sum === usual) return [];
    const off = Math.abs(sum - usual);
    return [
      {
        rule: 'totals',
        at: id,
        difference: sum - usual,
        zh: `三项合计${sum}票，应为${usual}票，相差${off}。`,
        en: `The three make ${sum} ballots where there are ${usual}, off by ${off}.`,
      },
    ];
  });
}

function commonest(sums: readonly number[]): number | null {
  const times = new Map<number, number>();
  for (const sum of sums) times.set(sum, (times.get(sum) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
