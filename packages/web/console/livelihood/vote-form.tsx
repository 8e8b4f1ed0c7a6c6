import { Button, Checkbox, Drawer, Input, InputNumber, Select, Skeleton } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { Labelled } from '../form/labelled.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { VARIANTS } from './candidate-words.ts';
import { type CandidateList, useCandidates, useWrite, type VoteRow } from './livelihood-data.ts';

type Variant = VoteRow['variant'];

/** Prepares a session: who chooses, by which rule, among which candidates. */
export function VoteForm(props: {
  readonly year: number;
  readonly decides: boolean;
  readonly usual: CandidateList['usual'];
  readonly onClose: () => void;
}) {
  const { t } = useReader();
  const { usual } = props;
  const navigate = useNavigate();
  const id = useId();
  const list = useCandidates(props.year);
  const write = useWrite<{ readonly id: string }>();
  const [title, setTitle] = useState('');
  const [variant, setVariant] = useState<Variant>(
    props.decides ? 'decided' : usual.variant === 'decided' ? 'poll' : usual.variant,
  );
  const [seats, setSeats] = useState<number | null>(usual.seats);
  const [members, setMembers] = useState<number | null>(null);
  const [base, setBase] = useState(usual.base);
  const [ties, setTies] = useState(usual.ties);
  const [most, setMost] = useState<number | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const standing = (list.data?.items ?? []).filter(({ state }) => state === 'candidate');
  const candidates = standing.filter((one) => !left.has(one.id)).map((one) => one.id);
  const votes = variant !== 'decided';
  const whole =
    title.trim() !== '' &&
    seats !== null &&
    candidates.length > 0 &&
    (!votes || members !== null || variant === 'electronic');
  // What the district does not use is not offered; the server refuses it.
  const electronic: readonly Variant[] = usual.variant === 'electronic' ? ['electronic'] : [];
  const voted: readonly Variant[] = usual.variant === 'decided' ? [] : ['certified', ...electronic];
  const variants: readonly Variant[] = props.decides ? ['decided'] : [...voted, 'poll'];

  async function submit(event: FormEvent) {
    event.preventDefault();
    const rule = { seats, base, strict: true, ties, mostApprovals: most };
    const body = { year: props.year, title: title.trim(), variant, ...rule, candidates, members: members ?? 1 };
    await write.mutateAsync({ at: '/votes', body }).then(
      ({ id: made }) => void navigate(`/livelihood/votes/${made}`),
      () => undefined,
    );
  }

  return (
    <Drawer
      open
      size={560}
      title={t('livelihood.prepare')}
      closable={{ 'aria-label': t('shell.close') }}
      onClose={props.onClose}
    >
      <form className="stack" onSubmit={(event) => void submit(event)}>
        {write.error && <ErrorNote error={write.error} />}
        <Labelled id={`${id}-title`} label={t('livelihood.voteTitle')}>
          <Input id={`${id}-title`} value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
        </Labelled>
        <Labelled id={`${id}-variant`} label={t('livelihood.variant')}>
          <Select
            id={`${id}-variant`}
            value={variant}
            options={variants.map((value) => ({ value, label: t(VARIANTS[value]) }))}
            onChange={setVariant}
          />
        </Labelled>
        <div className="rule-grid">
          <label htmlFor={`${id}-seats`}>{t('livelihood.seats')}</label>
          <InputNumber id={`${id}-seats`} min={1} max={100} value={seats} onChange={setSeats} />
          {votes && variant !== 'electronic' && (
            <>
              <label htmlFor={`${id}-members`}>{t('livelihood.members')}</label>
              <InputNumber id={`${id}-members`} min={1} value={members} onChange={setMembers} />
            </>
          )}
          {votes && (
            <>
              <label htmlFor={`${id}-base`}>{t('livelihood.base')}</label>
              <Select
                id={`${id}-base`}
                value={base}
                options={[
                  { value: 'all', label: t('livelihood.baseAll') },
                  { value: 'present', label: t('livelihood.basePresent') },
                  { value: 'valid', label: t('livelihood.baseValid') },
                ]}
                onChange={setBase}
              />
              <label htmlFor={`${id}-ties`}>{t('livelihood.ties')}</label>
              <Select
                id={`${id}-ties`}
                value={ties}
                options={[
                  { value: 'second-round', label: t('livelihood.tiesSecond') },
                  { value: 'chair', label: t('livelihood.tiesChair') },
                ]}
                onChange={setTies}
              />
              <label htmlFor={`${id}-most`}>{t('livelihood.most')}</label>
              <InputNumber id={`${id}-most`} min={1} max={100} value={most} onChange={setMost} />
            </>
          )}
        </div>
        <fieldset className="candidate-choice">
          <legend>{t('livelihood.onTheBallot', { count: candidates.length })}</legend>
          {list.isPending && <Skeleton active />}
          {list.data && standing.length === 0 && <p className="quiet">{t('livelihood.nobodyStands')}</p>}
          {standing.map((one) => (
            <Checkbox
              key={one.id}
              checked={!left.has(one.id)}
              onChange={(event) => {
                const next = new Set(left);
                if (event.target.checked) next.delete(one.id);
                else next.add(one.id);
                setLeft(next);
              }}
            >
              <span className="num quiet">{one.no}</span> {one.title}
            </Checkbox>
          ))}
        </fieldset>
        <Button type="primary" htmlType="submit" className="own-width" disabled={!whole} loading={write.isPending}>
          {t('livelihood.prepare')}
        </Button>
      </form>
    </Drawer>
  );
}
