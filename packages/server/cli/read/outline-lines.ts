import type { Words } from '@huying/kit/error';
import type { CompletionRow } from '@huying/reader';
import { bearsOut, type Sheet } from './check-lines.ts';
import { findingNames } from './finding-text.ts';
import type { OpenedReport } from './opened-report.ts';
import { type Places, placesIn } from './places.ts';
import { bySection, countWithin, type Section, sectionsOf } from './section-list.ts';
import { nuanceOf, valueText } from './target-text.ts';
import { aligned, cut, filled, widthOf } from './width.ts';
import { kinds, likenesses, noteWords, roles, statuses, wordsFor } from './words.ts';

/** A report to be read at a glance: who, what, the parts, problems, targets, items, what was done of them, and what is doubtful. */
export function outlineLines(opened: OpenedReport, sheet: Sheet): string[] {
  const places = placesIn(opened.text);
  const sections = sectionsOf(opened.report.document);
  return [
    ...aboutLines(opened, sheet),
    ...sectionLines(opened, sections, sheet),
    ...problemLines(opened, places, sheet),
    ...targetLines(opened, sections, places, sheet),
    ...itemLines(opened, places, sheet),
    ...completionLines(opened, places, sheet),
    ...closingLines(opened, sheet),
  ];
}

function aboutLines({ report, text, format, encoding, notes }: OpenedReport, { ink, say }: Sheet): string[] {
  const { about, likeness } = report;
  const { title, district, meeting, date, speaker, speakerRole, year, yearFrom, damage, script } = about;
  const row = (label: Words, value: string | undefined) =>
    value === undefined || value === '' ? [] : [[ink.faint(say(label)), value]];
  const characters = [...text].length.toLocaleString('en');
  const bySpeaker = [speakerRole?.text, speaker?.text].filter((part) => part !== undefined).join(' ');
  const planned =
    year === undefined
      ? undefined
      : `${year}${yearFrom === undefined ? '' : `  ${ink.faint(inBrackets(say(wordsFor('years', yearFrom)), say))}`}`;
  const damages = damage.map(({ kind, count }) => `${say(wordsFor('damages', kind))} ${count}`);
  return [
    ink.title(title?.text.replaceAll(/\s+/g, ' ') ?? say({ zh: '（没有标题）', en: '(no title)' })),
    ...aligned([
      ...row(
        { zh: '认作', en: 'read as' },
        `${say(likenesses[likeness.kind])}  ${ink.faint(inBrackets(String(likeness.score), say))}`,
      ),
      ...row({ zh: '地方', en: 'place' }, district?.text),
      ...row({ zh: '计划年度', en: 'planned year' }, planned),
      ...row({ zh: '会议', en: 'meeting' }, meeting?.text.replaceAll(/\s+/g, ' ')),
      ...row({ zh: '日期', en: 'date' }, date),
      ...row({ zh: '报告人', en: 'speaker' }, bySpeaker),
      ...row(
        { zh: '文件', en: 'file' },
        say({
          zh: `${[format, encoding].filter((part) => part !== undefined).join(' ')}，${characters} 字符${script === 'traditional' ? '，繁体' : ''}`,
          en: `${[format, encoding].filter((part) => part !== undefined).join(' ')}, ${characters} characters${script === 'traditional' ? ', Traditional' : ''}`,
        }),
      ),
      ...row(
        { zh: '打开时', en: 'on opening' },
        notes
          .map(({ code, count }) => say(noteWords[code]).replace('{count}', String(count)))
          .join(say({ zh: '；', en: '; ' })),
      ),
      ...row({ zh: '读过的损伤', en: 'damage read through' }, damages.join(say({ zh: '、', en: ', ' }))),
    ]),
  ];
}

function sectionLines({ report }: OpenedReport, sections: readonly Section[], { ink, say, width }: Sheet): string[] {
  if (sections.length === 0) return [];
  const { statements } = report;
  const results = statements.filter(({ kind }) => kind === 'result');
  const targets = [...report.targets].sort((a, b) => a.start - b.start);
  const rows = sections.map((section) => {
    const indent = '  '.repeat(Math.max(0, section.level - 1));
    const counts = [
      [countWithin(statements, section), { zh: '句', en: 'sentences' }],
      [countWithin(results, section), { zh: '成果', en: 'results' }],
      [countWithin(targets, section), { zh: '目标', en: 'targets' }],
    ] as const;
    const told = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${say(words)}`);
    const title = cut(section.title, Math.max(20, Math.min(48, width - 40) - indent.length));
    return [
      `${indent}${section.level === 1 ? ink.title(title) : title}`,
      ink.figure(say(roles[section.role])),
      ink.faint(told.join(' · ')),
    ];
  });
  return [...heading({ zh: '结构', en: 'Parts' }, sections.length, ink, say), ...aligned(rows)];
}

function problemLines({ report }: OpenedReport, places: Places, { ink, say, width }: Sheet): string[] {
  const problems = report.statements.filter(({ kind, text }) => kind === 'problem' && /[，、。；;,]/.test(text));
  if (problems.length === 0) return [];
  return [
    ...heading({ zh: '存在问题', en: 'Problems' }, problems.length, ink, say),
    ...problems.map(({ text, start }) => `${lineMark(start, places, ink)}  ${cut(text, width - 8)}`),
  ];
}

function targetLines(
  { report }: OpenedReport,
  sections: readonly Section[],
  places: Places,
  { ink, say, width }: Sheet,
): string[] {
  const { targets } = report;
  if (targets.length === 0) return [];
  const metricWidth = Math.min(40, Math.max(...targets.map(({ metric }) => widthOf(metric)), 8), Math.floor(width / 2));
  const valueWidth = Math.max(...targets.map((target) => widthOf(valueText(target))), 6);
  const kindWidth = Math.max(...Object.values(kinds).map((words) => widthOf(say(words))));
  const lines = bySection(sections, targets).flatMap(({ section, targets: here }) => [
    ink.faint(cut(section?.title ?? say({ zh: '（不在任何部分）', en: '(outside any part)' }), width)),
    ...here.map((target) =>
      [
        lineMark(target.start, places, ink),
        filled(cut(target.metric, metricWidth), metricWidth),
        ink.figure(filled(valueText(target), valueWidth, 'right')),
        filled(say(kinds[target.kind]), kindWidth),
        filled(target.deadline ?? '', 10),
        [
          nuanceOf(target, say),
          target.doubt === undefined ? '' : ink.doubtful(`? ${say(wordsFor('doubts', target.doubt))}`),
        ]
          .filter((word) => word !== '')
          .join(' '),
      ]
        .join('  ')
        .trimEnd(),
    ),
  ]);
  return [...heading({ zh: '目标', en: 'Targets' }, targets.length, ink, say), ...lines];
}

function itemLines({ report }: OpenedReport, places: Places, { ink, say, width }: Sheet): string[] {
  if (report.items.length === 0) return [];
  const rows = report.items.map(({ no, domain, title, parts, start }) => {
    const name = [domain, title].filter((word) => word !== undefined && word !== '').join('  ');
    const counted = parts.reduce((sum, { targets }) => sum + targets.length, 0);
    const shown = name === '' ? (parts[0]?.text ?? '') : name;
    return [
      lineMark(start, places, ink),
      String(no),
      cut(shown, Math.max(20, width - 40)),
      ink.faint(
        say({ zh: `${parts.length} 项，${counted} 个目标`, en: `${parts.length} part(s), ${counted} target(s)` }),
      ),
    ];
  });
  return [...heading({ zh: '民生实事', en: 'Livelihood items' }, rows.length, ink, say), ...aligned(rows)];
}

function completionLines({ report }: OpenedReport, places: Places, { ink, say, width }: Sheet): string[] {
  if (report.completion.length === 0) return [];
  const rows = report.completion.map((row) => {
    const { no, domain, title, targetText, target, actual, statedPercent, start } = row;
    const name = [domain, title ?? targetText?.text].filter((word) => word !== undefined && word !== '').join('  ');
    const numbers = [
      target === undefined ? '' : valueText(target),
      actual === undefined ? '' : `→ ${actual.value}${actual.unit}`,
      statedPercent === undefined ? '' : `${statedPercent}%`,
    ];
    return [
      lineMark(start, places, ink),
      no === undefined ? '' : String(no),
      statusText(row, ink, say),
      cut(name.replaceAll(/\s+/g, ' '), Math.max(20, width - 56)),
      numbers.filter((one) => one !== '').join('  '),
    ];
  });
  return [...heading({ zh: '落实情况', en: 'What was done' }, rows.length, ink, say), ...aligned(rows)];
}

function statusText({ status }: CompletionRow, ink: Sheet['ink'], say: Sheet['say']): string {
  if (status === undefined) return ink.faint(say({ zh: '未写状态', en: 'no status' }));
  const words = say(statuses[status]);
  if (status === 'done' || status === 'exceeded') return ink.good(words);
  return status === 'notDone' ? ink.bad(words) : ink.doubtful(words);
}

function closingLines({ report }: OpenedReport, { ink, say }: Sheet): string[] {
  const { glossary, findings, doubts, quantities, tasks, names } = report;
  const against = findings.filter((finding) => !bearsOut(finding));
  const kindsFound = tallied(against.map(({ code }) => say(findingNames[code])));
  const kindsDoubted = tallied(
    doubts.map(({ code, text }) => say(wordsFor('doubts', code === 'target' ? text : code))),
  );
  const rows = [
    [say({ zh: '名词解释', en: 'glossary' }), say({ zh: `${glossary.length} 条`, en: `${glossary.length}` })],
    [
      say({ zh: '任务与数字', en: 'tasks and numbers' }),
      say({
        zh: `${tasks.length} 项任务，${quantities.length} 个数量，另有 ${names.length} 处数字不是数量`,
        en: `${tasks.length} tasks, ${quantities.length} quantities; ${names.length} more numbers are none`,
      }),
    ],
    [
      say({ zh: '核对', en: 'checks' }),
      say({
        zh: `${findings.length - against.length} 条相符，${against.length} 条请核对`,
        en: `${findings.length - against.length} hold, ${against.length} to be looked at`,
      }) + (kindsFound === '' ? '' : ink.doubtful(`  ${kindsFound}`)),
    ],
    [
      say({ zh: '存疑', en: 'doubts' }),
      `${doubts.length}${kindsDoubted === '' ? '' : ink.doubtful(`  ${kindsDoubted}`)}`,
    ],
  ];
  return [
    ...heading({ zh: '其他', en: 'More' }, undefined, ink, say),
    ...aligned(rows.map(([label = '', value = '']) => [ink.faint(label), value])),
    '',
    ink.faint(
      say({
        zh: '--check 列出核对，--targets 逐条列出目标，--json 全部内容，--text 供定位的文字。',
        en: '--check lists the checks, --targets the targets, --json everything, --text the text that places count in.',
      }),
    ),
  ];
}

function inBrackets(text: string, say: Sheet['say']): string {
  return say({ zh: `（${text}）`, en: `(${text})` });
}

function tallied(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${word} ${count}`).join(' · ');
}

function heading(words: Words, count: number | undefined, ink: Sheet['ink'], say: Sheet['say']): string[] {
  return ['', `${ink.title(say(words))}${count === undefined ? '' : `  ${ink.faint(String(count))}`}`];
}

/** Number of the line, set to the right as in an editor. */
function lineMark(at: number, places: Places, ink: Sheet['ink']): string {
  return ink.faint(String(places.lineOf(at)).padStart(5));
}
