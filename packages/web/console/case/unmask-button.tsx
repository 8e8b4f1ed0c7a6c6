import { EyeOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import type { FieldView } from '../../client/index.ts';
import { Labelled } from '../form/labelled.tsx';
import { useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';

const PURPOSES = ['case.purposeContact', 'case.purposeCallBack', 'case.purposeVisit'] as const;

/** Asks for the purpose, then for the whole value. Both are recorded by the server. */
export function UnmaskButton(props: {
  readonly field: FieldView;
  readonly caseId: string;
  readonly onWhole: (value: string) => void;
}) {
  const { field, caseId, onWhole } = props;
  const { client } = useSession();
  const { t, say } = useReader();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [purpose, setPurpose] = useState('');
  const unmask = useMutation({
    mutationFn: () =>
      client.write<{ readonly value: string | null }>(
        'POST',
        `/api/cases/${caseId}/unmask`,
        { field: field.name, purpose: purpose.trim() },
        { key: crypto.randomUUID() },
      ),
    onSuccess: ({ value }) => {
      setOpen(false);
      onWhole(value ?? '');
    },
  });
  const title = t('case.unmaskTitle', { label: say(field.label) });
  return (
    <>
      <Button type="link" size="small" icon={<EyeOutlined />} aria-label={title} onClick={() => setOpen(true)}>
        {t('case.unmask')}
      </Button>
      <Modal open={open} title={title} footer={null} onCancel={() => setOpen(false)} destroyOnHidden width={420}>
        <form
          className="stack"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            unmask.mutate();
          }}
        >
          <p className="quiet">{t('case.unmaskHint')}</p>
          {unmask.error && <ErrorNote error={unmask.error} />}
          <Labelled id={id} label={t('case.purpose')}>
            <Input
              id={id}
              value={purpose}
              onChange={(event) => setPurpose(event.target.value)}
              maxLength={200}
              autoFocus
            />
          </Labelled>
          <div className="purposes">
            {PURPOSES.map((text) => (
              <Button key={text} size="small" onClick={() => setPurpose(t(text))}>
                {t(text)}
              </Button>
            ))}
          </div>
          <Button type="primary" htmlType="submit" loading={unmask.isPending} disabled={purpose.trim().length < 2}>
            {t('case.unmask')}
          </Button>
        </form>
      </Modal>
    </>
  );
}
