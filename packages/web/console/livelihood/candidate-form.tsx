import { Button, Drawer, Input, InputNumber, Select } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { Labelled } from '../form/labelled.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { SOURCES } from './candidate-words.ts';
import { type CandidateRow, useWrite } from './livelihood-data.ts';
import { UnitSelect } from './unit-select.tsx';

/** What a form begins with: a candidate to change, or cases it comes from. */
export interface CandidateStart {
  readonly row?: CandidateRow;
  readonly cases?: readonly string[];
  readonly title?: string;
  readonly source?: CandidateRow['source'];
}

/** Proposes something for the list, or changes the words of what was proposed. */
export function CandidateForm(props: {
  readonly year: number;
  readonly start?: CandidateStart;
  readonly onClose: () => void;
}) {
  const { t } = useReader();
  const { row, cases = [], ...start } = props.start ?? {};
  const id = useId();
  const write = useWrite();
  const [title, setTitle] = useState(row?.title ?? start.title ?? '');
  const [domain, setDomain] = useState(row?.domain ?? '');
  const [content, setContent] = useState(row?.content ?? '');
  const [budget, setBudget] = useState<number | null>(row?.budget ?? null);
  const [unit, setUnit] = useState<string | null>(row?.unit?.id ?? null);
  const [source, setSource] = useState<CandidateRow['source']>(row?.source ?? start.source ?? 'government');
  const whole = title.trim() !== '' && domain.trim() !== '' && content.trim() !== '';

  async function submit(event: FormEvent) {
    event.preventDefault();
    const said = { title: title.trim(), domain: domain.trim(), content: content.trim(), budget, unit };
    const written = row
      ? { at: `/candidates/${row.id}`, body: { ...said, version: row.version } }
      : { at: '/candidates', body: { ...said, year: props.year, source, ...(cases.length > 0 ? { cases } : {}) } };
    await write.mutateAsync(written).then(props.onClose, () => undefined);
  }

  return (
    <Drawer
      open
      size={560}
      title={t(row ? 'livelihood.editCandidate' : 'livelihood.propose')}
      closable={{ 'aria-label': t('shell.close') }}
      onClose={props.onClose}
    >
      <form className="stack" onSubmit={(event) => void submit(event)}>
        {write.error && <ErrorNote error={write.error} />}
        {cases.length > 0 && <p className="quiet">{t('livelihood.willLink', { count: cases.length })}</p>}
        <Labelled id={`${id}-title`} label={t('livelihood.candidate')}>
          <Input id={`${id}-title`} value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
        </Labelled>
        <Labelled id={`${id}-content`} label={t('livelihood.content')}>
          <Input.TextArea
            id={`${id}-content`}
            rows={5}
            maxLength={4000}
            value={content}
            placeholder={t('livelihood.contentHint')}
            onChange={(event) => setContent(event.target.value)}
          />
        </Labelled>
        <Labelled id={`${id}-domain`} label={t('livelihood.domain')}>
          <Input
            id={`${id}-domain`}
            value={domain}
            maxLength={200}
            onChange={(event) => setDomain(event.target.value)}
          />
        </Labelled>
        <Labelled id={`${id}-budget`} label={t('livelihood.budget')}>
          <InputNumber id={`${id}-budget`} value={budget} min={0} onChange={setBudget} />
        </Labelled>
        <Labelled id={`${id}-unit`} label={t('livelihood.lead')}>
          <UnitSelect id={`${id}-unit`} value={unit} onChange={setUnit} />
        </Labelled>
        {!row && (
          <Labelled id={`${id}-source`} label={t('livelihood.source')}>
            <Select
              id={`${id}-source`}
              value={source}
              options={Object.entries(SOURCES).map(([value, text]) => ({ value, label: t(text) }))}
              onChange={setSource}
            />
          </Labelled>
        )}
        <Button type="primary" htmlType="submit" className="own-width" disabled={!whole} loading={write.isPending}>
          {t('shell.save')}
        </Button>
      </form>
    </Drawer>
  );
}
