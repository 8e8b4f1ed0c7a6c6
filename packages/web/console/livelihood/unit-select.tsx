import { Select } from 'antd';
import { useNow, useReader } from '../reader/index.ts';
import { useUnits } from './livelihood-data.ts';

/** One of the district's units in force, found by its name. */
export function UnitSelect(props: {
  readonly id: string;
  readonly value: string | null;
  readonly onChange: (unit: string | null) => void;
}) {
  const { say, t } = useReader();
  const now = useNow();
  const units = useUnits();
  const inForce = (units.data ?? []).filter(({ to }) => to === null || to > now);
  return (
    <Select
      id={props.id}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={props.value}
      placeholder={t('livelihood.chooseUnit')}
      options={inForce.map(({ id, name }) => ({ value: id, label: say(name) }))}
      onChange={(unit: string | undefined) => props.onChange(unit ?? null)}
    />
  );
}
