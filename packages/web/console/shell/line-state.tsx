import { useSyncExternalStore } from 'react';
import { useReader } from '../reader/index.ts';
import { useConnected } from './live.tsx';

function subscribe(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/** Says when the browser is offline, or the live line to the server is down. */
export function LineState() {
  const { t } = useReader();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const connected = useConnected();
  if (online && connected) return null;
  return (
    <p className="line-state" role="status">
      {t(online ? 'shell.reconnecting' : 'shell.offline')}
    </p>
  );
}
