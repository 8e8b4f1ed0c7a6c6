import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useReader } from '../reader/index.ts';
import { useKeys } from '../shell/keys.ts';

/** The year before and the year after, by button and by bracket. */
export function YearPicker(props: {
  readonly year: number;
  readonly last: number;
  readonly onYear: (year: number) => void;
}) {
  const { t } = useReader();
  const { year, last, onYear } = props;
  useKeys('promise.year', [
    { key: '[', says: t('figures.yearBefore'), run: () => onYear(year - 1) },
    ...(year < last ? [{ key: ']', says: t('figures.yearAfter'), run: () => onYear(year + 1) }] : []),
  ]);
  return (
    <span className="month-picker">
      <Button
        size="small"
        aria-label={t('figures.yearBefore')}
        icon={<LeftOutlined />}
        onClick={() => onYear(year - 1)}
      />
      <Button
        size="small"
        aria-label={t('figures.yearAfter')}
        icon={<RightOutlined />}
        disabled={year >= last}
        onClick={() => onYear(year + 1)}
      />
    </span>
  );
}
