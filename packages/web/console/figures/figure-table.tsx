import { type ClipboardEvent, Fragment, type KeyboardEvent, useRef } from 'react';
import { Link } from 'react-router';
import type { FigureSheet, SheetLine } from '../../client/index.ts';
import { numberText } from '../board/figure-text.ts';
import { SparkLine } from '../board/spark-line.tsx';
import { WideTable } from '../board/wide-table.tsx';
import { useReader } from '../reader/index.ts';
import {
  COLUMNS,
  type Column,
  type Drafts,
  draftOf,
  isChanged,
  keyOf,
  type LineDraft,
  needsReason,
  numberIn,
  pasted,
} from './sheet-cells.ts';

/** The sheet: a row for each figure, with last year and last month beside the cells one types in. */
export function FigureTable(props: {
  readonly sheet: FigureSheet;
  readonly drafts: Drafts;
  /** What is wrong, by line and column. */
  readonly faults: ReadonlyMap<string, string>;
  readonly onDrafts: (drafts: Drafts) => void;
}) {
  const { t, say } = useReader();
  const { sheet, drafts, faults, onDrafts } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const count = new Map<string, number>();
  for (const { promise } of sheet.lines) count.set(promise, (count.get(promise) ?? 0) + 1);
  const many = new Set(sheet.lines.map(({ askedUnit }) => askedUnit?.id)).size > 1;

  const set = (line: SheetLine, part: Partial<LineDraft>) => {
    const next = new Map(drafts);
    next.set(keyOf(line), { ...(drafts.get(keyOf(line)) ?? draftOf(line)), ...part });
    onDrafts(next);
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>, line: SheetLine, column: Column) => {
    const text = event.clipboardData.getData('text/plain');
    // A single value is typed like any other.
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    onDrafts(pasted(sheet.lines, drafts, { key: keyOf(line), column }, text));
  };
  /** Up and down, and Enter, go from row to row; left and right from column to column where the text ends. */
  const move = (event: KeyboardEvent<HTMLInputElement>, column: Column) => {
    const input = event.currentTarget;
    const cells = [...(body.current?.querySelectorAll<HTMLInputElement>(`input[data-column="${column}"]`) ?? [])];
    const at = cells.indexOf(input);
    const go = (target: HTMLInputElement | undefined) => {
      if (target === undefined) return;
      event.preventDefault();
      target.focus();
      target.select();
    };
    const beside = (by: number) =>
      input
        .closest('tr')
        ?.querySelector<HTMLInputElement>(`input[data-column="${COLUMNS[COLUMNS.indexOf(column) + by] ?? ''}"]`) ??
      undefined;
    if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)) go(cells[at + 1]);
    else if (event.key === 'ArrowUp' || event.key === 'Enter') go(cells[at - 1]);
    else if (event.key === 'ArrowRight' && input.selectionStart === input.value.length) go(beside(1));
    else if (event.key === 'ArrowLeft' && input.selectionEnd === 0) go(beside(-1));
    else if (event.key === 'Escape') input.blur();
  };

  const input = (line: SheetLine, draft: LineDraft, column: Column) => {
    const fault = faults.get(`${keyOf(line)} ${column}`);
    const unreadable = draft[column].trim() !== '' && numberIn(draft[column]) === undefined;
    return (
      <>
        <input
          className="cell"
          data-column={column}
          inputMode="decimal"
          autoComplete="off"
          aria-label={`${line.label} ${t(column === 'value' ? 'figures.now' : 'figures.growth')}`}
          aria-invalid={fault !== undefined || unreadable}
          value={draft[column]}
          onChange={(event) => set(line, { [column]: event.target.value })}
          onFocus={(event) => event.target.select()}
          onPaste={(event) => paste(event, line, column)}
          onKeyDown={(event) => move(event, column)}
        />
        {fault !== undefined && <span className="cell-fault">{fault}</span>}
      </>
    );
  };

  return (
    <WideTable label={t('figures.title')}>
      <table className="numbers sheet">
        <thead>
          <tr>
            <th scope="col">{t('figures.figure')}</th>
            {many && (
              <th scope="col" className="sheet-unit">
                {t('figures.unit')}
              </th>
            )}
            <th scope="col">{t('figures.target')}</th>
            <th scope="col">{t('figures.lastYear')}</th>
            <th scope="col">{t('figures.lastMonth')}</th>
            <th scope="col">{t('figures.now')}</th>
            <th scope="col">{t('figures.growth')}</th>
            <th scope="col">{t('figures.standing')}</th>
            <th scope="col">{t('figures.check')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {sheet.lines.map((line, at) => {
            const key = keyOf(line);
            const draft = drafts.get(key) ?? draftOf(line);
            const alone = count.get(line.promise) === 1;
            const heading = !alone && line.promise !== sheet.lines[at - 1]?.promise;
            const changed = isChanged(line, drafts.get(key));
            const reason = needsReason(line, draft, sheet.frozen !== null);
            const kept = (value: { readonly value: number } | null) =>
              value === null ? '—' : numberText(value.value, line.decimals);
            return (
              <Fragment key={key}>
                {heading && (
                  <tr className="sheet-heading">
                    <th scope="rowgroup" colSpan={many ? 9 : 8}>
                      <Link to={`/promises/${line.promise}`}>
                        <span className="quiet num">{line.number}</span> {line.title}
                      </Link>
                    </th>
                  </tr>
                )}
                <tr data-changed={changed} data-asked={line.askedAt !== null && line.now === null}>
                  <th scope="row">
                    {alone ? <OwnName line={line} /> : line.label} <span className="quiet">{line.unit}</span>
                    {line.measure !== null && <span className="mark">{t('figures.bySystem')}</span>}
                  </th>
                  {many && <td className="sheet-unit">{line.askedUnit ? say(line.askedUnit.name) : '—'}</td>}
                  <td>{line.target?.value === undefined || line.target?.value === null ? '—' : targetText(line)}</td>
                  <td>{kept(line.lastYear)}</td>
                  <td>{kept(line.lastMonth)}</td>
                  {line.may ? (
                    <>
                      <td className="cell-box">{input(line, draft, 'value')}</td>
                      <td className="cell-box">{input(line, draft, 'growth')}</td>
                      <td>
                        <button
                          type="button"
                          className="standing"
                          aria-pressed={draft.standing === 'final'}
                          disabled={line.now?.standing === 'final'}
                          onClick={() => set(line, { standing: draft.standing === 'final' ? 'provisional' : 'final' })}
                        >
                          {t(draft.standing === 'final' ? 'figures.final' : 'figures.provisional')}
                        </button>
                      </td>
                    </>
                  ) : (
                    <>
                      <td title={line.barred ? say(line.barred) : undefined}>{kept(line.now)}</td>
                      <td>{line.now?.growth === null || line.now === null ? '—' : numberText(line.now.growth, 1)}</td>
                      <td className="quiet">
                        {line.now === null
                          ? ''
                          : t(line.now.standing === 'final' ? 'figures.final' : 'figures.provisional')}
                      </td>
                    </>
                  )}
                  <td className="sheet-check">
                    <LineCheck line={line} draft={draft} />
                    <SparkLine rates={line.sparkline} bars={false} />
                  </td>
                </tr>
                {(reason || faults.has(`${key} reason`)) && (
                  <tr className="sheet-reason">
                    <td colSpan={many ? 9 : 8}>
                      <label>
                        {t('figures.reason')}
                        <input
                          value={draft.reason}
                          maxLength={400}
                          aria-invalid={faults.has(`${key} reason`)}
                          onChange={(event) => set(line, { reason: event.target.value })}
                        />
                      </label>
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </WideTable>
  );
}

/** A figure that is its promise's only one goes by the promise: a target by its own name, a project's by the project's and its own. */
function OwnName(props: { readonly line: SheetLine }) {
  const { promise, number, title, label, kind } = props.line;
  return (
    <>
      <Link to={`/promises/${promise}`} title={`${number} ${title}`}>
        {kind === 'indicator' ? label : title}
      </Link>
      {kind !== 'indicator' && ` ${label}`}
    </>
  );
}

function targetText({ target, decimals }: SheetLine): string {
  const value = target?.value ?? 0;
  return target?.aim === 'growth' ? `${numberText(value, 1)}%` : numberText(value, decimals);
}

/** What the typed value says against last year's, before anything is sent. */
function LineCheck(props: { readonly line: SheetLine; readonly draft: LineDraft }) {
  const { t } = useReader();
  const { line, draft } = props;
  const value = numberIn(draft.value);
  const before = line.lastYear?.value;
  if (value === undefined || before === undefined || before <= 0 || line.unit === '%') return null;
  const reckoned = (value / before - 1) * 100;
  const entered = numberIn(draft.growth);
  const off = entered !== undefined && Math.abs(entered - reckoned) > 3;
  return (
    <span className={off ? 'check-off' : 'quiet'}>
      {t('figures.reckoned', { growth: `${reckoned > 0 ? '+' : ''}${numberText(reckoned, 1)}%` })}
    </span>
  );
}
