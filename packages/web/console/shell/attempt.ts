import { App } from 'antd';
import { useState } from 'react';
import { useReader } from '../reader/index.ts';
import { errorText } from './error-text.tsx';

/** Tries something, and tells for some seconds what failed and what to do now; `busy` while it is under way. */
export function useAttempt() {
  const reader = useReader();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      const { what, remedy } = errorText(error, reader);
      void message.error(`${what} ${remedy}`.trim(), 6);
    } finally {
      setBusy(false);
    }
  };
  return { busy, attempt };
}
