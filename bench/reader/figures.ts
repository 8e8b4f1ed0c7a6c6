import { f1Of, goldIsMissing, goldIsThere, goldSets, rateOf } from '@huying/testing/report';
import type { Figure } from '../figure.ts';
import { cleanScores } from './scores.ts';
import { growing, hundredKilobytes } from './speed.ts';

/** What the reader has set itself: shares in percent, and milliseconds for 100 KB. */
const marks = { f1: 97, unit: 97, comparator: 97, kind: 93, deadline: 95, ms: 100 } as const;

/** How well and how fast reports are read; one figure that says why, where the published reports are not there. */
export function measureReader(): Figure[] {
  if (!goldIsThere) return [{ part: 'reader', what: 'published reports', value: 0, unit: '%', note: goldIsMissing }];
  const scores = goldSets.flatMap((set): Figure[] => {
    const { all } = cleanScores(set);
    const fields = (['unit', 'comparator', 'kind', 'deadline'] as const).map((field): Figure => {
      const { [field]: share } = all.fields;
      return { part: 'reader', what: `${set}: ${field}`, value: 100 * rateOf(share), unit: '%', floor: marks[field] };
    });
    const note = `${all.recall.right} of ${all.recall.of} targets, ${all.precision.of - all.precision.right} extra, ${all.falseResults} of them results`;
    return [
      { part: 'reader', what: `${set}: F1 of values`, value: 100 * f1Of(all), unit: '%', floor: marks.f1, note },
      ...fields,
    ];
  });
  const times = growing([1, 10]).map(
    ({ bytes, ms, peakMb }): Figure => ({
      part: 'reader',
      what: `one read of ${bytes / 1e6} MB`,
      value: ms / 1000,
      unit: 's',
      note: `${((ms / bytes) * 1e5).toFixed(1)} ms for each 100 KB, ${Math.round(peakMb)} MB at most`,
    }),
  );
  return [
    ...scores,
    {
      part: 'reader',
      what: 'one read of 100 KB',
      value: hundredKilobytes(),
      unit: 'ms',
      floor: marks.ms,
      note: 'the floor is a mark; below it is good',
    },
    ...times,
  ];
}
