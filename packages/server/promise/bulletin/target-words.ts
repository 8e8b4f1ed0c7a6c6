import { figureText } from '@huying/kit/document';
import type { IndicatorRecord } from '../core/promise-record.ts';

/** An indicator's aim as it is printed: 45个, 不高于3.5%, 4%至5%, 增长5%. */
export function targetWords(row: Pick<IndicatorRecord, 'aim' | 'value' | 'upper' | 'unit' | 'decimals'>): string {
  const { aim, value, upper, unit } = row;
  const said = (number: number | null) => (number === null ? '—' : `${plainFigure(number, row.decimals)}${unit}`);
  switch (aim) {
    case 'up':
      return said(value);
    case 'down':
      return `降至${said(value)}`;
    case 'cap':
      return `不高于${said(value ?? upper)}`;
    case 'band':
      return `${said(value)}至${said(upper)}`;
    case 'growth':
      return value === null ? '增长' : `增长${plainFigure(value, 1)}%`;
    case 'milestones':
      return '按节点推进';
    case 'binary':
      return '完成';
    case 'followed':
      return '不设目标';
    default:
      return aim satisfies never;
  }
}

/** As many digits as were written, up to what is shown: 5, not 5.0. */
export function plainFigure(value: number, decimals: number): string {
  const text = figureText(value, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
