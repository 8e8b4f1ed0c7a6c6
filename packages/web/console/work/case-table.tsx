import { type RefObject, useEffect } from 'react';
import { Link } from 'react-router';
import type { CaseRow, SearchAnswer, SearchHit } from '../../client/index.ts';
import { useDefinition, useDefinitions } from '../case/definitions.ts';
import { DueText } from '../case/due-text.tsx';
import { LightMark } from '../case/light-mark.tsx';
import { useMoments, useReader } from '../reader/index.ts';
import { Marked } from './marked.tsx';

/** Cases, dense and quiet. The row at hand is the one whose link has the focus. On a narrow screen each row is a card. */
export function CaseTable(props: {
  readonly rows: readonly CaseRow[];
  readonly left: ReadonlySet<string>;
  readonly current: number;
  readonly table: RefObject<HTMLTableElement | null>;
  readonly onOpen: (row: CaseRow) => void;
  readonly onFocus: (index: number) => void;
  /** What was searched for, in each row. */
  readonly hits?: SearchAnswer['hits'] | undefined;
}) {
  const { t } = useReader();
  const { current, table } = props;
  useEffect(() => {
    if (current < 0) return;
    const link = table.current?.querySelector<HTMLElement>(`[data-index="${current}"] a`);
    link?.focus({ preventScroll: true });
    link?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  }, [current, table]);
  return (
    <table className="cases" ref={table}>
      <thead>
        <tr>
          <th className="col-number">{t('work.number')}</th>
          <th className="col-light">{t('work.light')}</th>
          <th className="col-title">{t('work.case')}</th>
          <th className="col-place">{t('work.place')}</th>
          <th className="col-unit">{t('work.unit')}</th>
          <th className="col-state">{t('work.state')}</th>
          <th className="col-due">{t('work.due')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, index) => (
          <CaseLine
            key={row.id}
            row={row}
            index={index}
            left={props.left.has(row.id)}
            onOpen={props.onOpen}
            onFocus={props.onFocus}
            hit={props.hits?.[row.id]}
          />
        ))}
      </tbody>
    </table>
  );
}

function CaseLine(props: {
  readonly row: CaseRow;
  readonly index: number;
  readonly left: boolean;
  readonly onOpen: (row: CaseRow) => void;
  readonly onFocus: (index: number) => void;
  readonly hit: SearchHit | undefined;
}) {
  const { row, index, hit } = props;
  const { t, say } = useReader();
  const { at } = useMoments();
  const kind = useKindName(row);
  return (
    <tr
      data-index={index}
      data-left={props.left}
      onClick={(event) => {
        // The whole row opens the case, but a selection of text in it is a selection of text.
        if (event.target instanceof Element && event.target.closest('a')) return;
        if (getSelection()?.isCollapsed !== false) props.onOpen(row);
      }}
    >
      <td className="col-number num">{row.number}</td>
      <td className="col-light">
        <LightMark light={row.light} />
      </td>
      <td className="col-title">
        <Link
          to={`/cases/${row.id}`}
          onFocus={() => props.onFocus(index)}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            props.onOpen(row);
          }}
        >
          <Marked text={row.title} marks={hit?.marks ?? []} />
        </Link>
        {row.urgency === 'danger' && <span className="mark strong">{t('work.danger')}</span>}
        {row.round > 1 && <span className="mark">{t('work.round', { round: row.round })}</span>}
        {row.urged > 0 && <span className="mark">{t('work.urged', { count: row.urged })}</span>}
        <span className="under quiet" title={t('work.opened', { at: at(row.openedAt) })}>
          {[row.matter && say(row.matter), kind].filter(Boolean).join(' · ')}
        </span>
        {hit?.around && (
          <span className="under quiet">
            <Marked text={hit.around} marks={hit.marks} />
          </span>
        )}
      </td>
      <td className="col-place">{row.area ? say(row.area) : <span className="quiet">—</span>}</td>
      <td className="col-unit">
        {row.unit ? say(row.unit) : <span className="quiet">{t('work.noUnit')}</span>}
        {row.handler && <span className="under quiet">{row.handler}</span>}
      </td>
      <td className="col-state">{say(row.state.label)}</td>
      <td className="col-due">
        {row.closedAt === null ? (
          <DueText
            due={row.stepDue ?? row.due}
            light={row.stepDue === null ? row.light : stepLight(row.stepDue)}
            {...(row.stepDue === null ? {} : { note: t('work.step') })}
          />
        ) : (
          <span className="closed quiet num">{at(row.closedAt)}</span>
        )}
      </td>
    </tr>
  );
}

/** A step's own due time has no light of its own in the list: it is either past or not. */
function stepLight(due: string) {
  return Date.parse(due) < Date.now() ? 'red' : 'green';
}

/** The kind of demand in words, from the present definition of the case's type. */
function useKindName(row: CaseRow): string | undefined {
  const { say } = useReader();
  const definitions = useDefinitions().data;
  const definition = useDefinition(definitions?.find(({ type }) => type === row.type)?.hash).data;
  if (row.kind === null) return undefined;
  const words = definition?.words[`${row.type}/fields/demandKind/${row.kind}`];
  return words && say(words);
}
