import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input, Modal, Skeleton } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { ParameterEntry, ParameterSetting } from '../../client/index.ts';
import { useMoments, useNow, usePageTitle, useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { ParameterForm } from './parameter-form.tsx';
import { ParameterShown } from './parameter-shown.tsx';
import { isLongValue, parameterText } from './parameter-value.ts';

/** What the district sets for itself: the value in force, who set it when and why, what is to come. */
export function ParameterPage() {
  const { client } = useSession();
  const { t, say } = useReader();
  usePageTitle(t('admin.parameters'));
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const [editing, setEditing] = useState<ParameterEntry>();
  const [reading, setReading] = useState<ParameterEntry>();
  const namesOf = useCodeNames();
  const parameters = useQuery({
    queryKey: ['parameters'],
    queryFn: () => client.read<readonly ParameterEntry[]>('/api/parameters'),
  });
  const found = useMemo(() => {
    const sought = words.trim().toLowerCase();
    return parameters.data?.filter(({ name, label }) =>
      `${name} ${label.zh} ${label.en}`.toLowerCase().includes(sought),
    );
  }, [parameters.data, words]);

  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{t('admin.parameters')}</h1>
          <p className="quiet">{t('admin.parametersHint')}</p>
        </div>
        <Input.Search
          value={words}
          onChange={(event) => setWords(event.target.value)}
          placeholder={t('admin.find')}
          aria-label={t('admin.find')}
          allowClear
        />
      </div>
      {parameters.error && <ErrorNote error={parameters.error} />}
      {parameters.isPending && <Skeleton active />}
      {found?.length === 0 && <p className="empty">{t('admin.none')}</p>}
      {found !== undefined && found.length > 0 && (
        <ul className="parameters">
          {found.map((parameter) => (
            <ParameterLine
              key={parameter.name}
              parameter={parameter}
              optionOf={namesOf(parameter)}
              onEdit={setEditing}
              onRead={setReading}
            />
          ))}
        </ul>
      )}
      <Drawer
        open={editing !== undefined}
        onClose={() => setEditing(undefined)}
        destroyOnHidden
        size={460}
        closable={{ 'aria-label': t('shell.close') }}
        title={editing && t('admin.editOf', { name: say(editing.label) })}
      >
        {editing && (
          <ParameterForm
            parameter={editing}
            optionOf={namesOf(editing)}
            onDone={() => {
              setEditing(undefined);
              void queries.invalidateQueries({ queryKey: ['parameters'] });
            }}
          />
        )}
      </Drawer>
      <Modal
        open={reading !== undefined}
        onCancel={() => setReading(undefined)}
        footer={null}
        title={reading && t('form.named', { name: t('admin.history'), text: say(reading.label) })}
      >
        {reading && <History parameter={reading} optionOf={namesOf(reading)} />}
      </Modal>
    </div>
  );
}

function ParameterLine(props: {
  readonly parameter: ParameterEntry;
  readonly optionOf: (code: string) => string;
  readonly onEdit: (parameter: ParameterEntry) => void;
  readonly onRead: (parameter: ParameterEntry) => void;
}) {
  const { parameter, optionOf } = props;
  const { t, say } = useReader();
  const { at } = useMoments();
  const now = useNow();
  // What was set to hold at once holds, even where the clock of this page has not moved on since.
  const holds = ({ effectiveFrom, setAt }: ParameterSetting) => effectiveFrom <= Math.max(now, setAt);
  const inForce = parameter.history.find(holds);
  const coming = parameter.history.findLast((setting) => !holds(setting));
  return (
    <li>
      <div>
        <strong>{say(parameter.label)}</strong>
        <code className="quiet">{parameter.name}</code>
      </div>
      <div className="num">
        <ParameterShown value={parameter.value} optionOf={optionOf} />
        <span className="under quiet">
          {inForce ? `${t('admin.since', { at: at(inForce.effectiveFrom) })} · ${inForce.setBy}` : t('admin.standard')}
        </span>
        {coming && (
          <span className="under">
            {t('admin.coming', {
              at: at(coming.effectiveFrom),
              value: isLongValue(coming.value)
                ? t('admin.newContent')
                : parameterText(coming.value, optionOf, t('admin.between')),
            })}
          </span>
        )}
      </div>
      <div className="parameter-actions">
        <Button size="small" type="text" onClick={() => props.onRead(parameter)}>
          {t('admin.history')}
        </Button>
        {parameter.editable ? (
          <Button size="small" onClick={() => props.onEdit(parameter)}>
            {t('admin.edit')}
          </Button>
        ) : (
          <span className="quiet hint">{t('admin.editableBy', { role: say(parameter.editableBy) })}</span>
        )}
      </div>
    </li>
  );
}

function History(props: { readonly parameter: ParameterEntry; readonly optionOf: (code: string) => string }) {
  const { parameter, optionOf } = props;
  const { t } = useReader();
  const { at } = useMoments();
  if (parameter.history.length === 0) return <p className="quiet">{t('admin.noHistory')}</p>;
  return (
    <ol className="timeline">
      {parameter.history.map((setting) => (
        <li key={`${setting.effectiveFrom} ${setting.setAt}`}>
          <strong className="num">
            <ParameterShown value={setting.value} optionOf={optionOf} />
          </strong>
          <p className="quiet num">
            {t('admin.since', { at: at(setting.effectiveFrom) })} · {setting.setBy} · {at(setting.setAt)}
          </p>
          <p>{setting.reason}</p>
        </li>
      ))}
    </ol>
  );
}

/** Names the keys of a parameter's table, and the options of its choice; a code without a name stays as it is. */
function useCodeNames(): (parameter: ParameterEntry) => (code: string) => string {
  const { t, say } = useReader();
  return useCallback(
    ({ kind, keys, options }) =>
      (code) => {
        const named = keys?.[code] ?? options?.[code];
        if (named !== undefined) return say(named);
        if (kind === 'json' && (code === 'true' || code === 'false'))
          return t(code === 'true' ? 'form.yes' : 'form.no');
        return code === '*' ? t('admin.otherwise') : code;
      },
    [t, say],
  );
}
