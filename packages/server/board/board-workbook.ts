import type { Locale } from '@huying/kit/error';
import ExcelJS from 'exceljs';
import type { MeasureDefinition } from '../measure/index.ts';
import type { BoardView, PanelView } from './board-schema.ts';
import { writePanel } from './data-sheet.ts';
import { type SheetWriter, writerOn } from './sheet.ts';
import { renamedTexts, tellIn } from './workbook-words.ts';

export interface Exported {
  readonly view: BoardView;
  readonly definitions: readonly MeasureDefinition[];
  /** By measure: what was published of the period. */
  readonly snapshots: ReadonlyMap<string, Snapshot>;
  /** Who exports, when on the district's wall clock. */
  readonly by: string;
  readonly at: string;
  readonly locale: Locale;
}

/** What proves a published number: the hash of the snapshot, and when it was taken on the district's wall clock. */
export interface Snapshot {
  readonly digest: string;
  readonly at: string;
}

/** A board as xlsx: its numbers on the first sheet, what they mean on the second. */
export async function boardWorkbook(exported: Exported): Promise<Buffer> {
  const { view, definitions, locale } = exported;
  const t = tellIn(locale);
  const workbook = new ExcelJS.Workbook();
  const used = new Set(view.panels.flatMap(measuresIn));
  const shown = definitions.filter(({ id }) => used.has(id));

  const data = workbook.addWorksheet(t('data'), { views: [{ state: 'frozen', xSplit: 1, ySplit: 0 }] });
  data.columns = [{ width: 30 }, ...Array.from({ length: 90 }, () => ({ width: 14 }))];
  const sheet = writerOn(data);
  writeOrigin(sheet, exported);
  const writing = { definitions: new Map(shown.map((one) => [one.id, one])), locale };
  for (const panel of view.panels) writePanel(sheet, panel, writing);

  const second = workbook.addWorksheet(t('definitions'));
  second.columns = [24, 60, 24, 60, 14, 14, 14, 10, 10, 14, 14, 60, 20, 40].map((width) => ({ width }));
  const meaning = writerOn(second);
  writeOrigin(meaning, exported);
  writeDefinitions(meaning, shown, exported);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Where a sheet comes from stands on each: they are cut apart and passed on. */
function writeOrigin(sheet: SheetWriter, { view, by, at, locale }: Exported): void {
  const t = tellIn(locale);
  sheet.title(view.name[locale]);
  if (!view.verified) sheet.row([t('reference')]);
  sheet.row([
    t('subject'),
    view.subject === null
      ? t('district')
      : [view.subject.name[locale], ...renamedTexts(view.subject, locale)].join(' '),
    ...(view.whole ? [] : [t('part')]),
  ]);
  sheet.row([t('period'), `${view.period.from} – ${view.period.to}${view.running ? t('running') : ''}`]);
  sheet.row([t('exportedBy'), by]);
  sheet.row([t('readAt'), at]);
  sheet.gap();
}

function writeDefinitions(
  sheet: SheetWriter,
  definitions: readonly MeasureDefinition[],
  { snapshots, locale }: Exported,
): void {
  const t = tellIn(locale);
  const other: Locale = locale === 'zh' ? 'en' : 'zh';
  const columns = [
    'measure',
    'meaning',
    'english',
    'englishMeaning',
    'source',
    'clock',
    'calendar',
    'rounding',
  ] as const;
  const rest = ['minimum', 'better', 'fullDays', 'condition', 'snapshot', 'digest'] as const;
  sheet.row([t(snapshots.size === 0 ? 'noSnapshot' : 'snapshotNote')]);
  sheet.gap();
  sheet.head([...columns, ...rest].map(t));
  for (const one of definitions) {
    sheet.row([
      one.name[locale],
      one.meaning[locale],
      one.name[other],
      one.meaning[other],
      one.source[locale],
      one.clock === null ? null : one.clock[locale],
      one.calendar === null ? null : t(one.calendar),
      one.decimals,
      one.minimum,
      t(`better.${one.better}`),
      t(one.fullDays ? 'yes' : 'no'),
      CONDITIONS.flatMap((part) => {
        const words = one.conditions[part];
        return words === undefined ? [] : [`${t(`part.${part}`)}${locale === 'zh' ? '：' : ': '}${words[locale]}`];
      }).join('\n'),
      snapshots.get(one.id)?.at ?? null,
      snapshots.get(one.id)?.digest ?? null,
    ]);
  }
}

/** The parts of a number that conditions decide, in the order in which they are read. */
const CONDITIONS = ['of', 'among', 'except', 'mean', 'until'] as const;

/** The measures that stand in a panel. */
export function measuresIn(panel: PanelView): readonly string[] {
  switch (panel.kind) {
    case 'tiles':
      return panel.tiles.map(({ measure }) => measure);
    case 'table':
      return panel.measures;
    case 'chart':
    case 'map':
      return [panel.measure];
    case 'ranking':
      return panel.weights.map(({ measure }) => measure);
    case 'standing':
    case 'intake':
      return [];
    default:
      return panel satisfies never;
  }
}
