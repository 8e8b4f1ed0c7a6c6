import { Button, Select } from 'antd';
import { useChoices } from '../form/choice-search.tsx';
import { Labelled } from '../form/labelled.tsx';
import { useReader } from '../reader/index.ts';
import type { ItemView, ReportView } from './review-data.ts';

export interface Assignment {
  readonly lead: string | null;
  readonly assisting: readonly string[];
  readonly leader: string | null;
}

export const nobody: Assignment = { lead: null, assisting: [], leader: null };

/** Who answers: lead unit, assisting units, leader in charge; what the words or the duty list suggest is one key away, and only that. */
export function AssignmentFields(props: {
  readonly value: Assignment;
  readonly suggested?: readonly NonNullable<ItemView['proposed']['suggested']>[];
  readonly leaders: ReportView['leaders'];
  readonly disabled?: boolean;
  readonly onChange: (value: Assignment) => void;
}) {
  const { value, suggested = [], onChange, disabled = false } = props;
  const { t, say } = useReader();
  const units = useChoices({ source: 'units' });
  const options = (units.data ?? []).map(({ code, label }) => ({ value: code, label: say(label) }));
  for (const { unit, name } of suggested) {
    if (!options.some((option) => option.value === unit)) options.push({ value: unit, label: say(name) });
  }
  const find = { optionFilterProp: 'label' };
  const [first] = suggested;
  return (
    <div className="assignment">
      <Labelled id="review-lead" label={t('review.lead')}>
        <Select
          id="review-lead"
          showSearch={find}
          allowClear
          disabled={disabled}
          value={value.lead}
          options={options}
          placeholder={t('review.notNamed')}
          onChange={(lead) => onChange({ ...value, lead: lead ?? null })}
        />
      </Labelled>
      <Labelled id="review-assisting" label={t('review.assisting')}>
        <Select
          id="review-assisting"
          mode="multiple"
          showSearch={find}
          disabled={disabled}
          value={[...value.assisting]}
          options={options.filter((option) => option.value !== value.lead)}
          onChange={(assisting: string[]) => onChange({ ...value, assisting })}
        />
      </Labelled>
      <Labelled id="review-leader" label={t('review.leader')}>
        <Select
          id="review-leader"
          allowClear
          disabled={disabled}
          value={value.leader}
          options={props.leaders.map(({ post, name }) => ({ value: post, label: name }))}
          placeholder={t('review.notNamed')}
          onChange={(leader) => onChange({ ...value, leader: leader ?? null })}
        />
      </Labelled>
      {first !== undefined && !disabled && (
        <p className="suggestion">
          <span>
            {t(first.because === 'words' ? 'review.suggestedByWords' : 'review.suggestedByDuty', {
              units: suggested.map(({ name }) => say(name)).join(t('review.listComma')),
              basis: first.basis,
            })}
          </span>
          <Button size="small" onClick={() => onChange(suggestedIn(value, suggested))}>
            {t('review.useSuggestion')}
            <span className="key" aria-hidden="true">
              u
            </span>
          </Button>
        </p>
      )}
    </div>
  );
}

/** The suggestion taken over; a leader who was chosen stays. */
export function suggestedIn(
  value: Assignment,
  suggested: readonly NonNullable<ItemView['proposed']['suggested']>[],
): Assignment {
  const [first, ...others] = suggested;
  return { ...value, lead: first?.unit ?? value.lead, assisting: others.map(({ unit }) => unit) };
}
