/** The parts of the benchmark, in the order they run. */
export const parts = [
  'start',
  'creates',
  'lifecycles',
  'spike',
  'lists',
  'boards',
  'promises',
  'timers',
  'import',
  'doors',
  'districts',
  'clock',
  'reader',
] as const;
export type Part = (typeof parts)[number];

/** One measured number. */
export interface Figure {
  readonly part: Part | 'memory';
  readonly what: string;
  readonly value: number;
  readonly unit: '/s' | 'ms' | 's' | 'MB' | '%';
  /** What the same machine does at best, measured beside it; or the mark the product has set itself. In the unit of the value. */
  readonly floor?: number;
  readonly note?: string;
}

/** The figure's share of its floor; undefined where it has none. */
export function ratioOf({ value, floor }: Figure): number | undefined {
  return floor === undefined || floor === 0 ? undefined : value / floor;
}

const HEADS = ['figure', 'value', 'unit', 'floor', 'ratio', 'note'] as const;

/** The figures as one table of text, numbers to the right. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const ratio = ratioOf(figure);
    return [
      `${figure.part}: ${figure.what}`,
      shown(figure.value),
      figure.unit,
      figure.floor === undefined ? '' : shown(figure.floor),
      ratio === undefined ? '' : ratio.toFixed(2),
      figure.note ?? '',
    ];
  });
  const widths = HEADS.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) =>
        at === 1 || at === 3 || at === 4 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(HEADS), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

function shown(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
