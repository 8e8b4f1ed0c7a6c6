import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Refusal, Unreachable } from '../../client/index.ts';
import { type Reader, useReader } from '../reader/index.ts';

/** What went wrong and what to do now, as two sentences. */
export function errorText(
  error: unknown,
  { t }: Pick<Reader, 't'>,
): { readonly what: string; readonly remedy: string } {
  if (error instanceof Unreachable) return { what: t('shell.unreachable'), remedy: '' };
  if (error instanceof Refusal) {
    return { what: error.detail || t('shell.failed', { status: error.status }), remedy: error.remedy };
  }
  return { what: error instanceof Error ? error.message : String(error), remedy: '' };
}

/** An error told in its place, with a way on. */
export function ErrorNote(props: { readonly error: unknown; readonly action?: ReactNode }) {
  const reader = useReader();
  const { what, remedy } = errorText(props.error, reader);
  return (
    <Alert type="error" showIcon role="alert" title={what} description={remedy || undefined} action={props.action} />
  );
}
