import type { Ground, Likeness, SectionRole } from '../report.ts';
import { cuttingOf } from './excerpt.ts';
import type { Line } from './line.ts';
import type { Region } from './slot.ts';

interface Rule {
  readonly code: string;
  readonly weight: number;
  readonly seen: RegExp;
}

const forReport: readonly Rule[] = [
  { code: 'titleSaysReport', weight: 0.2, seen: /政府工作报告/ },
  { code: 'addressedToDeputies', weight: 0.15, seen: /各位代表/ },
  { code: 'reportsForReview', weight: 0.25, seen: /代表[^。]{0,24}政府[^。]{0,30}报告|报告[^。]{0,24}请予?审议/ },
  { code: 'namesCongress', weight: 0.1, seen: /届(?:人民代表大会|人大)[^。]{0,10}会议/ },
  { code: 'statesTargets', weight: 0.15, seen: /(?:预期|主要|奋斗)目标(?:是|为|：)/ },
  { code: 'indicators', weight: 0.1, seen: /(?:生产总值|财政收入|公共预算收入|固定资产投资|可支配收入)[^。]{0,24}\d/ },
];
const letter = /[A-Za-z]/g;
const han = /\p{Script=Han}/gu;
const speech = /[“"「][^”"」]{1,80}[”"」](?:[^。]{0,8}(?:说|道|问|答|喊|笑|叫))|(?:说|道|问|答|喊|笑道|叫道)：?[“"「]/g;

/** Whether the text is a work report, a list of items or a table that answers them; every ground is told, for and against. */
export function likenessOf(
  lines: readonly Line[],
  texts: readonly number[],
  regions: readonly Region[],
  roles: ReadonlySet<SectionRole>,
): Likeness {
  const grounds: Ground[] = [];
  let score = 0;
  let letters = 0;
  let hans = 0;
  let digits = 0;
  let talk = 0;
  let size = 0;
  const seen = new Set<string>();
  for (const at of texts) {
    const text = lines[at]?.text ?? '';
    size += text.length;
    if (size < 60_000) {
      letters += text.match(letter)?.length ?? 0;
      hans += text.match(han)?.length ?? 0;
      digits += text.match(/\d+/g)?.length ?? 0;
      talk += text.match(speech)?.length ?? 0;
    }
    for (const { code, weight, seen: words } of forReport) {
      if (seen.has(code)) continue;
      const found = words.exec(text);
      if (found === null) continue;
      seen.add(code);
      score += weight;
      grounds.push({ code, speaksFor: true, seen: found[0].slice(0, 60) });
    }
  }
  const has = (code: string, weight: number, speaksFor: boolean, isSo: boolean): void => {
    if (!isSo) return;
    score += speaksFor ? weight : -weight;
    grounds.push({ code, speaksFor });
  };
  const isAhead = roles.has('plan') || roles.has('longPlan');
  // A short report with its list of items looks back and ahead; an announcement of the items does not.
  const isWhole = roles.has('retrospective') && isAhead;
  has('sectionsPastAndPlan', 0.2, true, isWhole);
  has('sectionProblems', 0.1, true, roles.has('problems'));
  has('empty', 1, false, size === 0);
  has('latinText', 0.8, false, letters > 40 && letters > hans);
  has('noNumbers', 0.3, false, size > 400 && digits * 400 < hans);
  has('dialogue', 0.4, false, talk > 4 && talk * 1200 > hans);
  const items = regions.some(({ role, slots }) => role === 'items' && slots.some(({ row }) => row !== undefined));
  const completion = regions.some(
    ({ role, slots }) => role === 'completion' && slots.some(({ row }) => row !== undefined),
  );
  if (items) grounds.push({ code: 'listOfItems', speaksFor: true });
  if (completion) grounds.push({ code: 'tableOfCompletion', speaksFor: true });
  const isList = items || completion;
  if (isList && size <= 3000 && !isWhole)
    return { kind: listKind(items, completion), score: listScore(regions), grounds };
  const said = texts.map((at) => lines[at]?.text ?? '');
  const cutting = size > 0 && letters <= hans ? cuttingOf(said) : undefined;
  has('tooShort', 0.3, false, size > 0 && size < 1200 && cutting?.isReport !== true);
  grounds.push(...(cutting?.grounds ?? []).filter(({ code }) => code !== 'excerpt'));
  const sure = Math.round(Math.min(1, Math.max(0, score)) * 100) / 100;
  const isTalk = cutting?.isTold === true || talk * 600 > hans;
  if (sure >= 0.45 && seen.size >= 2 && !isTalk) return { kind: 'report', score: sure, grounds };
  if (isList) return { kind: listKind(items, completion), score: listScore(regions), grounds };
  if (cutting?.isReport !== true || isTalk) return { kind: 'other', score: Math.min(sure, 0.44), grounds };
  grounds.push({ code: 'excerpt', speaksFor: true });
  const list = size < 3000 ? announcedItems(said) : undefined;
  if (list !== undefined) grounds.push({ code: 'announcesItems', speaksFor: true, seen: list });
  return { kind: list === undefined ? 'report' : 'items', score: Math.max(sure, cutting.score), grounds };
}

function listKind(items: boolean, completion: boolean): 'items' | 'completion' {
  return completion && !items ? 'completion' : 'items';
}

/** Words near the head that announce a number of livelihood items: 今年将办好十件民生实事. */
function announcedItems(texts: readonly string[]): string | undefined {
  return /(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:件|项|个|大)[^，。；]{0,10}(?:实事|民心工程)|(?:实事|民心工程)(?:项目)?[^，。；]{0,4}\d{1,3}(?:件|项)/.exec(
    texts.slice(0, 4).join('\n').slice(0, 600),
  )?.[0];
}

/** The more rows and the clearer the title, the surer. */
function listScore(regions: readonly Region[]): number {
  let rows = 0;
  for (const { slots } of regions) for (const { row } of slots) rows = Math.max(rows, (row ?? -1) + 1);
  const isTitled = regions.some(({ title }) => title !== '');
  return Math.round(Math.min(1, 0.3 + rows * 0.06 + (isTitled ? 0.25 : 0)) * 100) / 100;
}
