import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useReader } from '../reader/index.ts';
import { useKeys } from '../shell/keys.ts';

/** The month the sheet is of, and the way to its neighbours. */
export function MonthPicker(props: {
  readonly month: string;
  /** The last month there may be. */
  readonly last: string;
  readonly onMonth: (month: string) => void;
}) {
  const { t, locale } = useReader();
  const { month, last, onMonth } = props;
  const before = shifted(month, -1);
  const after = shifted(month, 1);
  useKeys('promise.tabFigures', [
    { key: '[', says: t('figures.monthBefore'), run: () => onMonth(before) },
    ...(after <= last ? [{ key: ']', says: t('figures.monthAfter'), run: () => onMonth(after) }] : []),
  ]);
  return (
    <span className="month-picker">
      <Button
        size="small"
        aria-label={t('figures.monthBefore')}
        icon={<LeftOutlined />}
        onClick={() => onMonth(before)}
      />
      <strong className="num">{monthText(month, locale)}</strong>
      <Button
        size="small"
        aria-label={t('figures.monthAfter')}
        icon={<RightOutlined />}
        disabled={after > last}
        onClick={() => onMonth(after)}
      />
    </span>
  );
}

export function shifted(month: string, by: number): string {
  const all = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}

/** `2026年6月`, `Jun 2026`. */
export function monthText(month: string, locale: 'zh' | 'en'): string {
  const at = Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1, 1);
  const style = { year: 'numeric', month: locale === 'zh' ? 'long' : 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', style).format(at);
}
