import { useCallback, useMemo, useRef, useState } from 'react';
import { createSubmission, isRefusal, isUncertain, placesByField, type Values } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import { draftOf } from './draft.ts';
import { faultsOf, type Question, sentValues } from './question.ts';

/**
 * A form made of questions: its answers kept as a draft, its faults, and its sending. `send` gets the answers and the key
 * of the submit; nothing typed is lost when it fails.
 */
export function useFormState<T>(options: {
  readonly draft: string;
  readonly questions: readonly Question[];
  readonly initial: Values;
  readonly send: (answers: Values, key: string) => Promise<T>;
}) {
  const { questions, initial } = options;
  const { locale, t } = useReader();
  const draft = useMemo(() => draftOf(options.draft), [options.draft]);
  const [submission] = useState(() => createSubmission(() => crypto.randomUUID()));
  const [restored, setRestored] = useState(() => draft.read() !== undefined);
  const [answers, setAnswers] = useState<Values>(() => draft.read() ?? initial);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<unknown>();
  const [sending, setSending] = useState(false);
  const busyFields = useRef(new Set<string>());
  const underway = useRef(false);

  const change = useCallback(
    (next: Values) => {
      setAnswers(next);
      draft.keep(next);
      // A fault goes as soon as its answer is touched; the next submit looks again.
      setFaults((old) => {
        const kept = Object.entries(old).filter(([name]) => next[name] === answers[name]);
        return kept.length === Object.keys(old).length ? old : Object.fromEntries(kept);
      });
    },
    [draft, answers],
  );

  const onBusy = useCallback((name: string, busy: boolean) => {
    if (busy) busyFields.current.add(name);
    else busyFields.current.delete(name);
  }, []);

  async function submit(): Promise<T | undefined> {
    if (underway.current) return undefined;
    const waiting = [...busyFields.current].map((name): [string, string] => [name, t('form.stillUploading')]);
    const found = { ...faultsOf(questions, answers, locale), ...Object.fromEntries(waiting) };
    setFaults(found);
    setError(undefined);
    if (Object.keys(found).length > 0) return undefined;
    underway.current = true;
    setSending(true);
    const values = sentValues(questions, answers);
    try {
      const answer = await options.send(values, submission.keyFor(values));
      submission.settled();
      draft.drop();
      return answer;
    } catch (failure) {
      if (!isUncertain(failure)) submission.settled();
      setError(failure);
      if (isRefusal(failure)) setFaults(placesByField(failure.places));
      return undefined;
    } finally {
      underway.current = false;
      setSending(false);
    }
  }

  return {
    answers,
    change,
    faults,
    error,
    sending,
    submit,
    onBusy,
    isBusy: () => busyFields.current.size > 0,
    restored,
    clearError: () => setError(undefined),
    startOver: () => {
      draft.drop();
      setRestored(false);
      setFaults({});
      setError(undefined);
      setAnswers(initial);
    },
  };
}

/** The form as its parts read it, whatever comes of sending it. */
export type FormState = ReturnType<typeof useFormState<unknown>>;
