import { Button } from 'antd';
import type { ReactNode } from 'react';
import { isUncertain } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import type { FormState } from './form-state.ts';

/** What is to be said of a form besides its faults: why it did not arrive, and that a draft stands in it. */
export function FormNotes({ state, action }: { readonly state: FormState; readonly action?: ReactNode }) {
  const { t } = useReader();
  return (
    <>
      {state.error !== undefined && Object.keys(state.faults).length === 0 && (
        <ErrorNote error={state.error} action={action} />
      )}
      {isUncertain(state.error) && <p className="note">{t('form.uncertain')}</p>}
      {state.restored && (
        <p className="draft-note quiet">
          {t('form.draft')}
          <Button type="link" size="small" onClick={state.startOver}>
            {t('form.discard')}
          </Button>
        </p>
      )}
    </>
  );
}
