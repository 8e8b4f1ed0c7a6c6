import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import type { Choice, Words } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';

/** The choices of a source: all of a short one, those that a word finds of a long one. */
export function useChoices(asked: {
  readonly source: string;
  readonly under?: string | undefined;
  readonly words?: string | undefined;
  readonly caseId?: string | undefined;
  readonly enabled?: boolean;
}) {
  const { client } = useSession();
  const { source, under, words, caseId, enabled = true } = asked;
  return useQuery({
    queryKey: ['choices', source, under, words, caseId],
    queryFn: async ({ signal }) => {
      const query = { under, q: words || undefined, case: caseId };
      return (await client.read<{ readonly items: readonly Choice[] }>(`/api/choices/${source}`, query, signal)).items;
    },
    enabled,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}

/** Text that follows typing once it has stopped for a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(rested);
}

/** One code out of a source kept by the server, found by typing. `known` names a code before its source was read. */
export function ChoiceSearch(props: {
  readonly id?: string;
  readonly className?: string;
  readonly source: string;
  readonly under?: string | undefined;
  readonly caseId?: string | undefined;
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
  readonly known?: Readonly<Record<string, Words>>;
  readonly placeholder?: string;
  readonly label?: string;
  readonly disabled?: boolean;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  /** Whether a node that has others below it may be chosen itself. */
  readonly anyLevel?: boolean;
}) {
  const { t, say } = useReader();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Choice>();
  const words = useRested(typed.trim());
  const [branch, setBranch] = useState<readonly Choice[]>([]);
  const [open, setOpen] = useState(false);
  const enteredAt = useRef(Number.NEGATIVE_INFINITY);
  const above = branch.at(-1);
  const under = words === '' ? (above?.code ?? props.under) : props.under;
  const choices = useChoices({ source: props.source, under, words, caseId: props.caseId });
  const found = choices.data ?? [];
  const options = found.map((choice) => ({ value: choice.code, label: say(choice.label), choice }));
  if (above !== undefined && words === '' && props.anyLevel === true) {
    options.unshift({
      value: above.code,
      label: t('form.wholeOf', { name: say(above.label) }),
      choice: { ...above, leaf: true },
    });
  }
  if (props.value !== undefined && !options.some(({ value }) => value === props.value)) {
    const label = chosen?.code === props.value ? chosen.label : props.known?.[props.value];
    // A code is no name: it is shown only where its name cannot be had, and not while the choices come in.
    if (label !== undefined || choices.isSuccess) {
      const code = props.value;
      const named = label ?? { zh: code, en: code };
      options.unshift({
        value: code,
        label: say(named),
        choice: { code, label: named, parent: null, hint: null, leaf: true },
      });
    }
  }
  return (
    <Select
      {...(props.id === undefined ? {} : { id: props.id })}
      {...(props.className === undefined ? {} : { className: props.className })}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      allowClear
      value={props.value ?? null}
      disabled={props.disabled ?? false}
      loading={choices.isFetching}
      placeholder={props.placeholder ?? t('form.typeToSearch')}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      status={props.invalid ? 'error' : ''}
      notFoundContent={choices.isFetching ? t('shell.loading') : t('form.noChoices')}
      popupMatchSelectWidth={false}
      options={options}
      optionRender={({ data }) => (
        <span className="option">
          {data.label}
          {data.choice.hint && <span className="quiet">{say(data.choice.hint)}</span>}
          {!data.choice.leaf && <span aria-hidden="true">›</span>}
        </span>
      )}
      open={open}
      onOpenChange={(next) => {
        // A click on a node that is gone into would close the list, as a click on any option does, a moment later.
        if (!next && performance.now() - enteredAt.current < 200) return;
        setOpen(next);
        if (!next) setBranch([]);
      }}
      popupRender={(menu) => (
        <>
          {branch.length > 0 && words === '' && (
            <Button
              type="link"
              size="small"
              // The list closes when its box loses the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => setBranch(branch.slice(0, -1))}
            >
              ‹ {branch.map(({ label }) => say(label)).join(' › ')}
            </Button>
          )}
          {menu}
        </>
      )}
      onChange={(code: string | null | undefined) => {
        setTyped('');
        const node = found.find((choice) => choice.code === code);
        // What has more below it is gone into, not chosen.
        if (node !== undefined && !node.leaf) {
          enteredAt.current = performance.now();
          setBranch([...branch, node]);
          setOpen(true);
          return;
        }
        setChosen(node ?? (above?.code === code ? above : undefined));
        setBranch([]);
        setOpen(false);
        props.onChange(code ?? undefined);
      }}
    />
  );
}
