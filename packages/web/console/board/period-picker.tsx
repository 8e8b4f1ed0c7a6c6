import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { type Days, periodWith, type Span, spanOf } from '@huying/kit/board';
import { Button, Select } from 'antd';
import { useReader } from '../reader/index.ts';
import { periodAfter, periodBefore, periodText, recentPeriods } from './board-period.ts';

/** Which period a board shows: one step back or on, or one chosen. */
export function PeriodPicker(props: {
  readonly days: Days;
  readonly reads: Span;
  readonly today: string;
  readonly onChange: (days: Days) => void;
}) {
  const { locale, t } = useReader();
  const { days, reads, today, onChange } = props;
  const span = spanOf(days);
  const next = periodAfter(days, reads, today);
  const options = reads === 'day' ? [] : recentPeriods(reads, today);
  const own = span === reads ? days.from : '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame
    <div className="period" role="group" aria-label={t('board.period')}>
      <Button
        aria-label={t('board.periodBefore')}
        title={`${t('board.periodBefore')} ([)`}
        icon={<LeftOutlined />}
        onClick={() => onChange(periodBefore(days))}
      />
      {reads === 'day' ? (
        <input
          type="date"
          className="period-day"
          aria-label={t('board.period')}
          value={days.to}
          max={today}
          onChange={({ target }) =>
            target.value !== '' && target.value <= today && onChange(periodWith(target.value, 'day'))
          }
        />
      ) : (
        <Select
          className="period-select"
          aria-label={t('board.period')}
          value={own}
          options={[
            ...(own === '' || !options.some(({ from }) => from === own)
              ? [{ value: own, label: periodText(days, span, locale) }]
              : []),
            ...options.map((period) => ({ value: period.from, label: periodText(period, reads, locale) })),
          ]}
          onChange={(from) => onChange(periodWith(from, reads))}
        />
      )}
      <Button
        aria-label={t('board.periodAfter')}
        title={`${t('board.periodAfter')} (])`}
        icon={<RightOutlined />}
        disabled={next === undefined}
        onClick={() => next && onChange(next)}
      />
    </div>
  );
}
