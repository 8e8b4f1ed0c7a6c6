import { useCallback, useEffect, useRef, useState } from 'react';
import { type FileEntry, isUncertain, type Locale, type Upload, upload } from '../../client/index.ts';

/** A file on its way to the server. */
export interface Sending {
  readonly key: string;
  readonly file: File;
  readonly preview: string;
  /** Share sent, 0 to 1. */
  readonly share: number;
  readonly error: unknown;
}

/** Uploads side by side, each with its progress; what fails can be tried again, under the same key where it may have arrived. */
export function useUploads(locale: Locale, onArrived: (file: FileEntry) => void) {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const running = useRef(new Map<string, Upload>());
  const arrived = useRef(onArrived);
  useEffect(() => {
    arrived.current = onArrived;
  });
  useEffect(() => {
    const uploads = running.current;
    return () => {
      for (const one of uploads.values()) one.abort();
    };
  }, []);

  const change = useCallback((key: string, part: Partial<Sending>) => {
    setSending((list) => list.map((one) => (one.key === key ? { ...one, ...part } : one)));
  }, []);

  const remove = useCallback((key: string) => {
    running.current.get(key)?.abort();
    running.current.delete(key);
    setSending((list) => {
      const gone = list.find((one) => one.key === key);
      if (gone) URL.revokeObjectURL(gone.preview);
      return list.filter((one) => one.key !== key);
    });
  }, []);

  const send = useCallback(
    (key: string, file: File) => {
      change(key, { error: undefined, share: 0 });
      const one = upload(file, key, locale, (share) => change(key, { share }));
      running.current.set(key, one);
      one.done.then(
        (entry) => {
          if (!running.current.has(key)) return;
          remove(key);
          arrived.current(entry);
        },
        (error: unknown) => {
          running.current.delete(key);
          change(key, { error });
        },
      );
    },
    [change, locale, remove],
  );

  const add = useCallback(
    (files: readonly File[]) => {
      for (const file of files) {
        const key = crypto.randomUUID();
        const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : '';
        setSending((list) => [...list, { key, file, preview, share: 0, error: undefined }]);
        send(key, file);
      }
    },
    [send],
  );

  const retry = useCallback(
    (one: Sending) => {
      if (isUncertain(one.error)) return send(one.key, one.file);
      // A refused upload was answered: the next try is another one.
      remove(one.key);
      add([one.file]);
    },
    [send, remove, add],
  );

  const busy = sending.some(({ error }) => error === undefined);
  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [busy]);

  return { sending, add, remove, retry };
}
