import { Button, Checkbox, Input } from 'antd';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { type BallotCounts, type CandidateTotal, useCheck, useWrite, type VoteView } from './livelihood-data.ts';
import { TotalsTable, type TypedTotals, typedFrom } from './totals-table.tsx';

/** Certifies a vote: the totals of a vote on paper, or those of the box; or names what a meeting decided. */
export function CertifyForm({ one }: { readonly one: VoteView }) {
  const { t, say } = useReader();
  const id = useId();
  const write = useWrite();
  const check = useCheck(one.id);
  const [typed, setTyped] = useState<TypedTotals>(() => typedFrom(one, null));
  const [meeting, setMeeting] = useState('');
  const [document, setDocument] = useState('');
  const [named, setNamed] = useState<ReadonlySet<string>>(new Set());
  const paper = one.variant === 'certified';
  const decides = one.variant === 'decided';
  const whole = paper ? wholeTotals(one, typed) : undefined;
  const text = JSON.stringify(whole);
  const { mutate: ask } = check;
  // What the numbers come to is told as soon as they are all there.
  useEffect(() => {
    const given = text === undefined ? undefined : (JSON.parse(text) as unknown);
    if (given) ask(given);
  }, [text, ask]);
  const found = whole ? check.data : undefined;
  const faults = found?.faults ?? [];
  const tied = one.rule.ties === 'chair' ? (found?.tied ?? []) : [];
  const choosing = decides ? one.candidates.map((candidate) => candidate.id) : tied;
  const ready =
    meeting.trim() !== '' &&
    document.trim() !== '' &&
    (decides ? named.size > 0 : !paper || (whole !== undefined && found !== undefined && faults.length === 0));

  function submit(event: FormEvent) {
    event.preventDefault();
    const basis = { version: one.version, meeting: meeting.trim(), document: document.trim() };
    const body = decides
      ? { chosen: [...named] }
      : { ...(whole ?? {}), ...(named.size > 0 ? { tieBreak: [...named] } : {}) };
    write.mutate({ at: `/votes/${one.id}/${decides ? 'decide' : 'certify'}`, body: { ...basis, ...body } });
  }

  return (
    <form className="panel stack" onSubmit={submit} aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{t(decides ? 'livelihood.decide' : 'livelihood.certify')}</h2>
      {paper && (
        <TotalsTable one={one} typed={typed} onTyped={setTyped} chosen={found?.chosen ?? []} tied={found?.tied ?? []} />
      )}
      {faults.length > 0 && (
        <div className="vote-faults" role="alert">
          <strong>{t('livelihood.doesNotAdd')}</strong>
          <ul>
            {faults.map((fault) => (
              <li key={`${fault.path} ${fault.zh}`}>{say(fault)}</li>
            ))}
          </ul>
        </div>
      )}
      {found && faults.length === 0 && (
        <p role="status">{t('livelihood.adds', { needed: found.needed ?? 0, chosen: found.chosen.length })}</p>
      )}
      {choosing.length > 0 && (
        <fieldset className="candidate-choice">
          <legend>{t(decides ? 'livelihood.decidedOn' : 'livelihood.chairNamed')}</legend>
          {one.candidates
            .filter((candidate) => choosing.includes(candidate.id))
            .map((candidate) => (
              <Checkbox
                key={candidate.id}
                checked={named.has(candidate.id)}
                onChange={(event) => {
                  const next = new Set(named);
                  if (event.target.checked) next.add(candidate.id);
                  else next.delete(candidate.id);
                  setNamed(next);
                }}
              >
                <span className="num quiet">{candidate.no}</span> {candidate.title}
              </Checkbox>
            ))}
        </fieldset>
      )}
      <div className="rule-grid">
        <label htmlFor={`${id}-meeting`}>{t('livelihood.meeting')}</label>
        <Input
          id={`${id}-meeting`}
          maxLength={200}
          value={meeting}
          onChange={(event) => setMeeting(event.target.value)}
        />
        <label htmlFor={`${id}-document`}>{t('livelihood.document')}</label>
        <Input
          id={`${id}-document`}
          maxLength={200}
          value={document}
          onChange={(event) => setDocument(event.target.value)}
        />
      </div>
      {write.error && <ErrorNote error={write.error} />}
      <Button type="primary" htmlType="submit" className="own-width" disabled={!ready} loading={write.isPending}>
        {t(decides ? 'livelihood.decide' : 'livelihood.certify')}
      </Button>
      <p className="quiet">{t('livelihood.forEver')}</p>
    </form>
  );
}

/** The totals once every number is there. */
function wholeTotals(
  one: VoteView,
  { counts, totals }: TypedTotals,
): { readonly counts: BallotCounts; readonly totals: readonly CandidateTotal[] } | undefined {
  const { present, issued, returned, valid, void: spoilt } = counts;
  if (present === null || issued === null || returned === null || valid === null || spoilt === null) return undefined;
  const rows: CandidateTotal[] = [];
  for (const { id } of one.candidates) {
    const { approve, oppose, abstain } = totals[id] ?? { approve: null, oppose: null, abstain: null };
    if (approve === null || oppose === null || abstain === null) return undefined;
    rows.push({ candidate: id, approve, oppose, abstain });
  }
  return { counts: { present, issued, returned, valid, void: spoilt }, totals: rows };
}
