import { Select } from 'antd';
import { useReader } from '../reader/index.ts';
import { useUnits } from './livelihood-data.ts';

/** One of the district's units, found by its name. */
export function UnitSelect(props: {
  readonly id: string;
  readonly value: string | null;
  readonly onChange: (unit: string | null) => void;
}) {
  const { say, t } = useReader();
  const units = useUnits();
  return (
    <Select
      id={props.id}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={props.value}
      placeholder={t('livelihood.chooseUnit')}
      options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
      onChange={(unit: string | undefined) => props.onChange(unit ?? null)}
    />
  );
}
