import type { Cell, Column, Table as Content, Row } from '@huying/kit/document';
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { pt, SIZE, TYPE_AREA } from './docx-measures.ts';
import { type Face, styled } from './docx-text.ts';

const SIDES = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BORDERS = { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE };

/** A table with its caption and notes: heads repeat on every page, no row is torn by the edge of one. */
export function tableParts(table: Content): (Paragraph | Table)[] {
  const size = sizeOf(table.columns.length);
  const whole = table.wide ? TYPE_AREA.lying : TYPE_AREA.upright;
  const parts = table.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = table.columns.map(({ width }) => Math.round((whole * width) / parts));
  return [
    ...(table.caption === null ? [] : [small(table.caption, 'heading', Math.max(size, SIZE.smallFour), 'center')]),
    ...(table.unit === null ? [] : [small(table.unit, 'body', size, 'right')]),
    new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: BORDERS,
      margins: { top: 40, bottom: 40, left: 60, right: 60, marginUnitType: WidthType.DXA },
      rows: [...headRows(table.columns, widths, size), ...table.rows.map((row) => bodyRow(row, table, widths, size))],
    }),
    ...table.notes.map((words) => small(`注：${words}`, 'body', size, 'left')),
    small('', 'body', size, 'left'),
  ];
}

function sizeOf(columns: number): number {
  if (columns >= 9) return SIZE.smallFive;
  return columns >= 7 ? SIZE.five : SIZE.smallFour;
}

function small(words: string, face: Face, size: number, side: keyof typeof SIDES): Paragraph {
  return new Paragraph({
    alignment: SIDES[side],
    spacing: { line: pt(size / 2 + 5), lineRule: LineRuleType.EXACT },
    children: [styled(words, face, size)],
    ...(face === 'heading' || side === 'right' ? { keepNext: true } : {}),
  });
}

function cellOf(words: string, face: Face, size: number, side: keyof typeof SIDES, rest: object): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment: SIDES[side],
        spacing: { line: pt(size / 2 + 3), lineRule: LineRuleType.EXACT },
        children: [styled(words, face, size)],
      }),
    ],
    ...rest,
  });
}

function headRows(columns: readonly Column[], widths: readonly number[], size: number): TableRow[] {
  const width = (from: number, to: number) => ({
    width: { size: widths.slice(from, to).reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
  });
  const tiers = columns.some(({ over }) => over !== null);
  const upper: TableCell[] = [];
  const lower: TableCell[] = [];
  let at = 0;
  while (at < columns.length) {
    const { over, label } = columns[at] as Column;
    let next = at + 1;
    if (over === null) {
      upper.push(cellOf(label, 'heading', size, 'center', { ...width(at, next), ...(tiers ? { rowSpan: 2 } : {}) }));
    } else {
      while (next < columns.length && columns[next]?.over === over) next += 1;
      upper.push(cellOf(over, 'heading', size, 'center', { ...width(at, next), columnSpan: next - at }));
      for (let each = at; each < next; each += 1) {
        lower.push(cellOf(columns[each]?.label ?? '', 'heading', size, 'center', width(each, each + 1)));
      }
    }
    at = next;
  }
  const row = (children: TableCell[]) => new TableRow({ tableHeader: true, cantSplit: true, children });
  return tiers ? [row(upper), row(lower)] : [row(upper)];
}

function bodyRow({ kind, cells }: Row, { columns }: Content, widths: readonly number[], size: number): TableRow {
  const width = (at: number) => ({ width: { size: widths[at] ?? 0, type: WidthType.DXA } });
  const face: Face = kind === 'plain' ? 'body' : 'heading';
  const children =
    kind === 'band'
      ? [cellOf(cells[0]?.words ?? '', face, size, 'left', { columnSpan: columns.length })]
      : columns.map(({ align }, at) =>
          cellOf((cells[at] as Cell | undefined)?.words ?? '', face, size, align, width(at)),
        );
  return new TableRow({ cantSplit: true, children });
}
