import type { Words } from '@huying/kit/error';
import type { Finding } from '@huying/reader';
import { findingNames, findingText } from './finding-text.ts';
import type { Ink } from './ink.ts';
import type { OpenedReport } from './opened-report.ts';
import { type Places, placesIn } from './places.ts';
import { aligned, cut } from './width.ts';

export interface Sheet {
  readonly ink: Ink;
  /** Columns; what is longer is cut, where it is for a glance and not the answer itself. */
  readonly width: number;
  say(words: Words): string;
}

/** Findings that bear a number out; all others speak against one. */
export function bearsOut({ code }: Finding): boolean {
  return code === 'sumHolds';
}

/** Findings that are often as meant: a flow smaller than last year's, a result promised again, a rounded repetition. */
function isNote({ code, params }: Finding): boolean {
  return code === 'belowLastResult' || code === 'resultIsTarget' || params.relation === 'rounded';
}

/** The checks of a report: each finding with its arithmetic, its place and the words it was found in. */
export function checkLines({ report, text }: OpenedReport, { ink, width, say }: Sheet): string[] {
  const places = placesIn(text);
  const { findings } = report;
  if (findings.length === 0) {
    return [
      say({ zh: '没有发现合计、比率或前后矛盾之处可核。', en: 'There was no sum, rate or repetition to check.' }),
    ];
  }
  const holding = findings.filter(bearsOut).length;
  const notes = findings.filter(isNote).length;
  const against = findings.length - holding - notes;
  const rows = findings.map((finding) => {
    const [sign, tint] = bearsOut(finding)
      ? (['✓', ink.good] as const)
      : isNote(finding)
        ? (['·', ink.faint] as const)
        : (['✗', ink.bad] as const);
    return [
      tint(`${sign} ${say(findingNames[finding.code])}`),
      ink.faint(placeText(finding, places, say)),
      findingText(finding, say),
    ];
  });
  const table = aligned(rows);
  return [
    ...findings.flatMap((finding, at) => [
      table[at] ?? '',
      ...finding.places.map((place) =>
        ink.faint(`    ${placeText(place, places, say)}  ${cut(places.wordsOf(place), width - 24)}`),
      ),
    ]),
    '',
    say({
      zh: `共 ${findings.length} 条：${holding} 条相符（✓），${against} 条请核对（✗），${notes} 条提示（·）。位置为行号 @ 字符序号（从 0 起）。`,
      en: `${findings.length} in all: ${holding} hold (✓), ${against} to be looked at (✗), ${notes} notes (·). Places are the line @ the code point, from 0.`,
    }),
  ];
}

export function placeText(
  { start }: { readonly start: number },
  places: Places,
  say: (words: Words) => string,
): string {
  const line = places.lineOf(start);
  return say({ zh: `第 ${line} 行 @${start}`, en: `line ${line} @${start}` });
}
