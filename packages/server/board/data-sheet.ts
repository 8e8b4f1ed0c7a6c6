import type { Locale, Words } from '@huying/kit/error';
import type { MeasureDefinition } from '../measure/index.ts';
import type { Ended, Figure, PanelOf, PanelView, Renamed } from './board-schema.ts';
import type { Cell, SheetWriter } from './sheet.ts';
import { endedText, renamedTexts, tellIn, turnText } from './workbook-words.ts';

/** What writing panels needs: definitions by measure, and the language. */
export interface Writing {
  readonly definitions: ReadonlyMap<string, MeasureDefinition>;
  readonly locale: Locale;
}

/** Writes one panel: numbers as numbers, every rate with what it is of. */
export function writePanel(sheet: SheetWriter, panel: PanelView, writing: Writing): void {
  sheet.title(panel.label[writing.locale]);
  switch (panel.kind) {
    case 'tiles':
      writeTiles(sheet, panel, writing);
      break;
    case 'table':
      writeTable(sheet, panel, writing);
      break;
    case 'chart':
      writeChart(sheet, panel, writing);
      break;
    case 'map': {
      const rows = panel.areas.map(({ label, figure }) => ({ label, cells: [figure] }));
      writeRows(sheet, [panel.measure], rows, writing);
      break;
    }
    case 'ranking':
      writeRanking(sheet, panel, writing);
      break;
    case 'standing': {
      const t = tellIn(writing.locale);
      sheet.head([t('state'), t('open'), t('soon'), t('late'), t('stepLate')]);
      for (const { label, open, soon, late, stepLate } of panel.states) {
        sheet.row([label[writing.locale], open, soon, late, stepLate]);
      }
      break;
    }
    case 'intake': {
      const t = tellIn(writing.locale);
      sheet.head([t('hour'), panel.day, panel.dayBefore]);
      panel.hours.forEach((count, hour) => {
        sheet.row([hour, panel.hour !== null && hour > panel.hour ? null : count, panel.hoursBefore[hour] ?? 0]);
      });
      break;
    }
    default:
      panel satisfies never;
  }
  sheet.gap();
}

function writeTiles(sheet: SheetWriter, { tiles }: PanelOf<'tiles'>, writing: Writing): void {
  const t = tellIn(writing.locale);
  const compared = (['before', 'difference', 'noise'] as const).map(t);
  sheet.head([
    t('measure'),
    t('value'),
    t('of'),
    t('among'),
    t('except'),
    ...compared,
    t('yearBefore'),
    t('difference'),
    t('noise'),
    ...ASIDE.map(t),
  ]);
  for (const { measure, figure } of tiles) {
    const { before, yearBefore } = figure;
    sheet.row([
      nameOf(measure, writing),
      ...figureCells(measure, figure, writing),
      ...[before, yearBefore].flatMap((other): Cell[] =>
        other === undefined
          ? [null, null, null]
          : [
              rateCell(measure, other.rate, writing),
              differenceCell(measure, other.difference, writing),
              t(other.parted === undefined ? `noise.${other.noise}` : `parted.${other.parted.how}`),
            ],
      ),
      ...ASIDE.map((aside) => asideCell(aside, measure, figure, writing)),
    ]);
  }
}

function writeTable(sheet: SheetWriter, { measures, rows, whole }: PanelOf<'table'>, writing: Writing): void {
  const label: Words = { zh: tellIn('zh')('whole'), en: tellIn('en')('whole') };
  writeRows(sheet, measures, [{ label, cells: whole.cells }, ...rows], writing);
}

function writeChart(
  sheet: SheetWriter,
  { measure, points, turns, before, yearBefore }: PanelOf<'chart'>,
  writing: Writing,
): void {
  const t = tellIn(writing.locale);
  const aside = asideOf(points.map(({ figure }) => figure));
  const isRatio = writing.definitions.get(measure)?.form === 'ratio';
  sheet.head([
    t('date'),
    nameOf(measure, writing),
    ...(isRatio ? [t('of'), t('among'), t('except')] : []),
    ...(before === null ? [] : [t('before')]),
    ...(yearBefore === null ? [] : [t('yearBefore')]),
    ...aside.map(t),
  ]);
  points.forEach(({ label, figure }, at) => {
    const earlier = [before, yearBefore].filter((one) => one !== null);
    const own = figure === null ? [null, null, null, null] : figureCells(measure, figure, writing);
    sheet.row([
      label,
      ...(isRatio ? own : own.slice(0, 1)),
      ...earlier.map(({ rates }) => rateCell(measure, rates[at] ?? null, writing)),
      ...aside.map((one) => (figure === null ? null : asideCell(one, measure, figure, writing))),
    ]);
  });
  for (const turn of turns) sheet.row([turnText(turn, writing.locale)]);
}

function writeRanking(sheet: SheetWriter, { groups, weights }: PanelOf<'ranking'>, writing: Writing): void {
  const t = tellIn(writing.locale);
  const measures = weights.map(({ measure }) => measure);
  sheet.row([t('weights'), ...weights.map(({ measure, weight }) => `${nameOf(measure, writing)} ${weight}`)]);
  sheet.row([t('rankNote')]);
  for (const { label, ranked, apart, leftOut } of groups) {
    const columns = columnsOf(measures, [...ranked, ...apart]);
    sheet.title(label[writing.locale]);
    if (leftOut.length > 0) sheet.row([t('leftOut'), ...leftOut.map((measure) => nameOf(measure, writing))]);
    sheet.head([t('name'), t('rank'), t('best'), t('worst'), t('was'), t('score'), ...headsOf(columns, writing)]);
    for (const { rank, best, worst, was, score, cells, ...row } of ranked) {
      const scored: Cell = { number: score, format: '0.00' };
      sheet.row([rowName(row, writing), rank, best, worst, was, scored, ...cellsOf(columns, cells, writing)]);
    }
    for (const { cells, ...row } of apart) {
      sheet.row([rowName(row, writing), t('apart'), null, null, null, null, ...cellsOf(columns, cells, writing)]);
    }
  }
}

function writeRows(
  sheet: SheetWriter,
  measures: readonly string[],
  rows: readonly (Named & { readonly cells: readonly (Figure | null)[] })[],
  writing: Writing,
): void {
  const columns = columnsOf(measures, rows);
  sheet.head([tellIn(writing.locale)('name'), ...headsOf(columns, writing)]);
  for (const row of rows) sheet.row([rowName(row, writing), ...cellsOf(columns, row.cells, writing)]);
}

interface Named extends Renamed {
  readonly label: Words;
  readonly ended?: Ended;
}

/** A unit that was renamed or ended says so beside its name: sheets are read without the board. */
function rowName({ label, ended, ...renamed }: Named, { locale }: Writing): string {
  const told = [...renamedTexts(renamed, locale), ...(ended === undefined ? [] : [endedText(ended, locale)])];
  if (told.length === 0) return label[locale];
  return locale === 'zh' ? `${label.zh}（${told.join('；')}）` : `${label.en} (${told.join('; ')})`;
}

/** What is out of the ordinary about a number: as it was published where it has been corrected, as a recount found it, how far to trust it. */
type Aside = 'published' | 'recounted' | 'mark';
const ASIDE: readonly Aside[] = ['published', 'recounted', 'mark'];

function asideCell(aside: Aside, measure: string, figure: Figure, writing: Writing): Cell {
  const t = tellIn(writing.locale);
  const { published, alarm, few, recounting, d } = figure;
  switch (aside) {
    case 'published':
      return published === undefined ? null : rateCell(measure, published.rate, writing);
    case 'recounted':
      return alarm === undefined ? null : rateCell(measure, alarm.rate, writing);
    case 'mark': {
      const marks = [...(few && d > 0 ? [t('few')] : []), ...(recounting ? [t('recounting')] : [])];
      return marks.length === 0 ? null : marks.join(writing.locale === 'zh' ? '；' : '; ');
    }
    default:
      return aside satisfies never;
  }
}

/** Which of these any of some numbers has: a table gets no column that is empty. */
function asideOf(figures: readonly (Figure | null)[]): readonly Aside[] {
  const known = figures.filter((figure) => figure !== null);
  const has: Readonly<Record<Aside, boolean>> = {
    published: known.some(({ published }) => published !== undefined),
    recounted: known.some(({ alarm }) => alarm !== undefined),
    mark: known.some(({ few, recounting, d }) => (few && d > 0) || recounting),
  };
  return ASIDE.filter((aside) => has[aside]);
}

/** The columns of a measure in a table: its number and what it is of, and what is out of the ordinary in any of the rows. */
interface Column {
  readonly measure: string;
  readonly aside: readonly Aside[];
}

function columnsOf(
  measures: readonly string[],
  rows: readonly { readonly cells: readonly (Figure | null)[] }[],
): readonly Column[] {
  return measures.map((measure, at) => ({ measure, aside: asideOf(rows.map(({ cells }) => cells[at] ?? null)) }));
}

/** A column for a count; four for a rate: itself, and what it is of; and those for what is out of the ordinary. */
function headsOf(columns: readonly Column[], writing: Writing): readonly string[] {
  const t = tellIn(writing.locale);
  return columns.flatMap(({ measure, aside }) => {
    const name = nameOf(measure, writing);
    const basis = isPlain(measure, writing) ? [] : (['of', 'among', 'except'] as const);
    return [name, ...[...basis, ...aside].map((what) => `${name} · ${t(what)}`)];
  });
}

function cellsOf(columns: readonly Column[], cells: readonly (Figure | null)[], writing: Writing): readonly Cell[] {
  return columns.flatMap(({ measure, aside }, at): readonly Cell[] => {
    const figure = cells[at] ?? null;
    const written = figure === null ? [null, null, null, null] : figureCells(measure, figure, writing);
    return [
      ...(isPlain(measure, writing) ? written.slice(0, 1) : written),
      ...aside.map((one) => (figure === null ? null : asideCell(one, measure, figure, writing))),
    ];
  });
}

/** The number itself, then numerator, denominator and what was left out; a count has none of these. */
function figureCells(measure: string, { n, d, x, rate }: Figure, writing: Writing): readonly Cell[] {
  const value = rate === null ? tellIn(writing.locale)('none') : rateCell(measure, rate, writing);
  if (isPlain(measure, writing)) return [value, null, null, null];
  return [value, writing.definitions.get(measure)?.form === 'mean' ? null : n, d, x];
}

function isPlain(measure: string, { definitions }: Writing): boolean {
  const form = definitions.get(measure)?.form;
  return form === 'count' || form === 'stock';
}

/** A rate is written as the share it is and shown in per cent, so that a sheet can go on reckoning with it. */
function rateCell(measure: string, rate: number | null, { definitions, locale }: Writing): Cell {
  if (rate === null) return tellIn(locale)('none');
  const { form, decimals = 0 } = definitions.get(measure) ?? {};
  const places = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`;
  if (form === 'ratio') return { number: Number((rate / 100).toFixed(decimals + 2)), format: `0${places}%` };
  return { number: rate, format: `#,##0${places}` };
}

/** In percentage points, never in per cent of per cent. */
function differenceCell(measure: string, difference: number | null, { definitions }: Writing): Cell {
  if (difference === null) return null;
  const { decimals = 0 } = definitions.get(measure) ?? {};
  const places = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`;
  return { number: difference, format: `+0${places};-0${places};0${places}` };
}

function nameOf(measure: string, { definitions, locale }: Writing): string {
  const definition = definitions.get(measure);
  if (definition === undefined) return measure;
  return definition.unit === null ? definition.name[locale] : `${definition.name[locale]} (${definition.unit[locale]})`;
}
