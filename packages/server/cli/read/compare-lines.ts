import type { Answer } from '@huying/reader/compare';
import type { Sheet } from './check-lines.ts';
import type { OpenedReport } from './opened-report.ts';
import { placesIn } from './places.ts';
import { valueText } from './target-text.ts';
import { aligned, cut } from './width.ts';
import { rules, verdicts } from './words.ts';

const order = ['met', 'missed', 'unclear', 'notMentioned'] as const;

export type AnswerCounts = Readonly<Record<Answer['verdict'], number>>;

export function countAnswers(answers: readonly Answer[]): AnswerCounts {
  const count = (verdict: Answer['verdict']) => answers.filter((answer) => answer.verdict === verdict).length;
  return { met: count('met'), missed: count('missed'), unclear: count('unclear'), notMentioned: count('notMentioned') };
}

/** What one report promised and the next one answers, a row for each target, and how many came out how. */
export function compareLines(
  before: OpenedReport,
  after: OpenedReport,
  answers: readonly Answer[],
  { ink, width, say }: Sheet,
): string[] {
  const [promised, answered] = [placesIn(before.text), placesIn(after.text)];
  const tint = { met: ink.good, missed: ink.bad, unclear: ink.doubtful, notMentioned: ink.faint };
  const nameOf = ({ file, report }: OpenedReport) => report.about.title?.text.replaceAll(/\s+/g, ' ') ?? file;
  const metricWidth = Math.max(16, Math.min(36, Math.floor(width / 4)));
  const rows = answers.map(({ promise, verdict, ground, outcome, certainty }) => [
    tint[verdict](say(verdicts[verdict])),
    ink.faint(String(promised.lineOf(promise.start)).padStart(5)),
    cut(promise.metric, metricWidth),
    ink.figure(valueText(promise)),
    ink.faint(outcome === undefined ? '' : String(answered.lineOf(outcome.start)).padStart(5)),
    cut(outcome?.quote.replaceAll(/\s+/g, ' ') ?? '', metricWidth + 8),
    ink.faint(
      `${say(rules[ground.rule]).replace('{tolerance}', String(ground.tolerance ?? ''))}${certainty < 0.6 ? say({ zh: '（把握不大）', en: ' (unsure)' }) : ''}`,
    ),
  ]);
  const header = [
    { zh: '结论', en: 'verdict' },
    { zh: '行', en: 'line' },
    { zh: '指标', en: 'metric' },
    { zh: '目标', en: 'target' },
    { zh: '行', en: 'line' },
    { zh: '结果原文', en: 'result' },
    { zh: '依据', en: 'ground' },
  ].map((words) => ink.faint(say(words)));
  const counts = countAnswers(answers);
  const apart = answers.find(({ ground }) => ground.yearsApart !== undefined)?.ground.yearsApart;
  return [
    `${ink.title(nameOf(before))} → ${ink.title(nameOf(after))}`,
    ...(apart === undefined
      ? []
      : [
          ink.doubtful(
            say({
              zh: `两份报告的计划年度相差 ${apart} 年，不是前后两年，结论把握减半。`,
              en: `The years planned are ${apart} apart and not one after the other: answers are half as sure.`,
            }),
          ),
        ]),
    '',
    ...(answers.length === 0
      ? [say({ zh: '前一份报告里没有读到数字目标。', en: 'No numeric target was read in the first report.' })]
      : aligned([header, ...rows])),
    '',
    order.map((verdict) => `${tint[verdict](say(verdicts[verdict]))} ${counts[verdict]}`).join('  '),
  ];
}
