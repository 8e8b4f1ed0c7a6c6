import { InputNumber } from 'antd';
import { WideTable } from '../board/wide-table.tsx';
import { FileButton } from '../form/file-button.tsx';
import { Labelled } from '../form/labelled.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import type { ScreenText } from '../text/index.ts';
import { type BallotCounts, type TotalsRead, useSheet, type VoteView } from './livelihood-data.ts';

type Count = keyof BallotCounts;
type Option = 'approve' | 'oppose' | 'abstain';

/** Numbers as far as they were typed. */
export interface TypedTotals {
  readonly counts: Readonly<Record<Count, number | null>>;
  readonly totals: Readonly<Record<string, Readonly<Record<Option, number | null>>>>;
}

const COUNTS: Readonly<Record<Count, ScreenText>> = {
  present: 'livelihood.present',
  issued: 'livelihood.issued',
  returned: 'livelihood.returned',
  valid: 'livelihood.valid',
  void: 'livelihood.void',
};
const OPTIONS: Readonly<Record<Option, ScreenText>> = {
  approve: 'livelihood.approve',
  oppose: 'livelihood.oppose',
  abstain: 'livelihood.abstain',
};

const empty = { approve: null, oppose: null, abstain: null };

/** An empty form, or one filled from a sheet. */
export function typedFrom(one: VoteView, read: TotalsRead | null): TypedTotals {
  const none = { present: null, issued: null, returned: null, valid: null, void: null };
  const totals = Object.fromEntries(
    one.candidates.map(({ id }) => [id, read?.totals.find(({ candidate }) => candidate === id) ?? empty]),
  );
  return { counts: read?.counts ?? none, totals };
}

/** The certified totals: how many ballots, and how many for, against and neither for each project. */
export function TotalsTable(props: {
  readonly one: VoteView;
  readonly typed: TypedTotals;
  readonly onTyped: (typed: TypedTotals) => void;
  readonly chosen: readonly string[];
  readonly tied: readonly string[];
}) {
  const { t } = useReader();
  const { one, typed, onTyped } = props;
  const sheet = useSheet<TotalsRead>(`/votes/${one.id}/totals`);
  return (
    <>
      <div className="button-row">
        <FileButton
          accept=".xlsx,.csv"
          loading={sheet.isPending}
          onFile={(file) => sheet.mutate(file, { onSuccess: (read) => onTyped(typedFrom(one, read)) })}
        >
          {t('livelihood.fromSheet')}
        </FileButton>
        <span className="quiet">{t('livelihood.sheetHint')}</span>
      </div>
      {sheet.error && <SheetError error={sheet.error} />}
      <div className="ballot-counts">
        {(Object.keys(COUNTS) as Count[]).map((name) => (
          <Labelled key={name} id={`count-${name}`} label={t(COUNTS[name])}>
            <InputNumber
              id={`count-${name}`}
              min={0}
              precision={0}
              value={typed.counts[name]}
              onChange={(value) => onTyped({ ...typed, counts: { ...typed.counts, [name]: value } })}
            />
          </Labelled>
        ))}
      </div>
      <WideTable label={t('livelihood.totals')}>
        <table className="plain-table totals">
          <thead>
            <tr>
              <th>{t('livelihood.no')}</th>
              <th>{t('livelihood.project')}</th>
              {Object.values(OPTIONS).map((text) => (
                <th key={text}>{t(text)}</th>
              ))}
              <th className="amount">{t('livelihood.sum')}</th>
              <th>{t('livelihood.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {one.candidates.map(({ id, no, title }) => {
              const row = typed.totals[id] ?? empty;
              const numbers = Object.keys(OPTIONS).map((option) => row[option as Option]);
              const sum = numbers.some((value) => value === null)
                ? null
                : numbers.reduce((a, b) => (a ?? 0) + (b ?? 0), 0);
              const wrong = sum !== null && typed.counts.valid !== null && sum !== typed.counts.valid;
              return (
                <tr key={id}>
                  <td className="num">{no}</td>
                  <td>{title}</td>
                  {(Object.keys(OPTIONS) as Option[]).map((option) => (
                    <td key={option}>
                      <InputNumber
                        aria-label={`${title} ${t(OPTIONS[option])}`}
                        min={0}
                        precision={0}
                        value={row[option]}
                        onChange={(value) =>
                          onTyped({ ...typed, totals: { ...typed.totals, [id]: { ...row, [option]: value } } })
                        }
                      />
                    </td>
                  ))}
                  <td className={wrong ? 'num amount fault' : 'num amount'}>{sum ?? '–'}</td>
                  <td>
                    {props.chosen.includes(id) && t('livelihood.chosen')}
                    {props.tied.includes(id) && t('livelihood.tied')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </WideTable>
    </>
  );
}

/** A refused sheet, with each row that is wrong. */
export function SheetError({ error }: { readonly error: unknown }) {
  const places =
    error !== null && typeof error === 'object' && 'places' in error
      ? (error.places as readonly { path: string; detail: string }[])
      : [];
  return (
    <>
      <ErrorNote error={error} />
      {places.length > 0 && (
        <ul className="vote-faults">
          {places.map(({ path, detail }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one row may be wrong twice, and the list never changes
            <li key={`${path} ${at}`}>{detail}</li>
          ))}
        </ul>
      )}
    </>
  );
}
