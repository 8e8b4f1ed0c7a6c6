import {
  chineseDate,
  type Ground,
  type NumberedBlock,
  numbered,
  type OfficialDocument,
  type Table,
} from '@huying/kit/document';
import { memo } from 'react';
import { WideTable } from '../board/wide-table.tsx';
import { useReader } from '../reader/index.ts';

/** A place of a paper that was opened: what stands there and what it rests on. */
export interface OpenedPlace {
  readonly words: string;
  readonly grounds: readonly Ground[];
  /** Of a cell of a table. */
  readonly at?: { readonly table: string; readonly row: string; readonly column: string; readonly label: string };
}

type Open = (place: OpenedPlace) => void;

/** An official document on screen, in the order it is printed; every stretch and cell that rests on something opens. Drawn once. */
export const PaperView = memo(function PaperView(props: {
  readonly document: OfficialDocument;
  readonly onOpen: Open;
}) {
  const { document, onOpen } = props;
  const { head, number, title, under, recipients, signature, annexes, copies, imprint } = document;
  return (
    <article className="paper" lang="zh-CN">
      {document.draft && <p className="paper-draft">送审稿，未经签发</p>}
      {head && <p className="paper-head">{head.issuer}</p>}
      {number && <p className="paper-number">{number}</p>}
      {head?.office && (
        <p className="paper-office">
          <span>{head.office}</span>
          <span>{head.day && chineseDate(head.day)}</span>
        </p>
      )}
      {head && <hr className="paper-rule" data-form={head.form} />}
      <h1>{title.split('\n').map((line) => [line, <br key={line} />])}</h1>
      {under && <p className="paper-under num">{under}</p>}
      {recipients.length > 0 && <p className="paper-to">{recipients.join('，')}：</p>}
      <Blocks blocks={numbered(document.body)} onOpen={onOpen} />
      {annexes.length > 0 && (
        <ol className="paper-annexes">
          {annexes.map((annex, at) => (
            <li key={annex.title}>
              {at === 0 && '附件：'}
              <a href={`#annex-${at + 1}`}>
                {annexes.length > 1 && `${at + 1}. `}
                {annex.title}
              </a>
            </li>
          ))}
        </ol>
      )}
      {signature && (
        <p className="paper-signature">
          <span>{signature.unit}</span>
          <span>{chineseDate(signature.day)}</span>
        </p>
      )}
      {annexes.map((annex, at) => (
        <section key={annex.title} id={`annex-${at + 1}`} className="paper-annex">
          <p className="paper-annex-no">附件{annexes.length > 1 && at + 1}</p>
          <h2>{annex.title}</h2>
          <Blocks blocks={numbered(annex.body)} onOpen={onOpen} />
        </section>
      ))}
      {(copies.length > 0 || imprint) && (
        <footer className="paper-imprint">
          {copies.length > 0 && <p>抄送：{copies.join('，')}。</p>}
          {imprint && (
            <p>
              <span>{imprint.unit}</span>
              <span>{chineseDate(imprint.day)}印发</span>
            </p>
          )}
        </footer>
      )}
    </article>
  );
});

function Blocks(props: { readonly blocks: readonly NumberedBlock[]; readonly onOpen: Open }) {
  return props.blocks.map((block, at) => {
    // Blocks of a frozen paper never move.
    const key = `${block.block}-${at}`;
    switch (block.block) {
      case 'heading':
        return (
          <p key={key} className="paper-heading" data-level={block.level}>
            {block.number}
            {block.words}
          </p>
        );
      case 'paragraph':
        return (
          <p key={key} className="paper-text">
            {block.runs.map((run, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a frozen paper never move
              <Opening key={`${place}-${run.words}`} words={run.words} grounds={run.grounds} onOpen={props.onOpen} />
            ))}
          </p>
        );
      case 'note':
        return (
          <p key={key} className="paper-note">
            {block.words}
          </p>
        );
      case 'table':
        return <PaperTable key={key} table={block.table} onOpen={props.onOpen} />;
      default:
        return block satisfies never;
    }
  });
}

function Opening(props: {
  readonly words: string;
  readonly grounds: readonly Ground[];
  readonly onOpen: Open;
  readonly at?: OpenedPlace['at'];
}) {
  const { words, grounds, onOpen, at } = props;
  const { t } = useReader();
  if (grounds.length === 0 || words === '') return words;
  return (
    <button
      type="button"
      className="paper-open"
      aria-label={t('bulletin.openCell', { words })}
      onClick={() => onOpen({ words, grounds, ...(at === undefined ? {} : { at }) })}
    >
      {words}
    </button>
  );
}

function PaperTable(props: { readonly table: Table; readonly onOpen: Open }) {
  const { table, onOpen } = props;
  const { columns, rows, caption, unit, notes } = table;
  const tiers = columns.some(({ over }) => over !== null);
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const label = caption ?? columns.map((column) => column.label).join(' ');
  return (
    <div className="paper-table">
      {caption && <p className="paper-caption">{caption}</p>}
      {unit && <p className="paper-unit">{unit}</p>}
      <WideTable label={label}>
        <table data-wide={table.wide}>
          <colgroup>
            {columns.map(({ id, width }) => (
              <col key={id} style={{ width: `${(100 * width) / whole}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ id, label: words, over }, at) => {
                if (over === null)
                  return (
                    <th key={id} scope="col" rowSpan={tiers ? 2 : 1}>
                      {words}
                    </th>
                  );
                if (columns[at - 1]?.over === over) return null;
                let span = 1;
                while (columns[at + span]?.over === over) span += 1;
                return (
                  <th key={id} scope="colgroup" colSpan={span}>
                    {over}
                  </th>
                );
              })}
            </tr>
            {tiers && (
              <tr>
                {columns
                  .filter(({ over }) => over !== null)
                  .map(({ id, label: words }) => (
                    <th key={id} scope="col">
                      {words}
                    </th>
                  ))}
              </tr>
            )}
          </thead>
          <tbody>
            {rows.map((row) =>
              row.kind === 'band' ? (
                <tr key={row.id} data-kind="band">
                  <th colSpan={columns.length} scope="rowgroup">
                    {row.cells[0]?.words}
                  </th>
                </tr>
              ) : (
                <tr key={row.id} data-kind={row.kind}>
                  {row.cells.map((cell, at) => {
                    const column = columns[at];
                    if (column === undefined) return null;
                    return (
                      <td key={column.id} style={{ textAlign: column.align }}>
                        <Opening
                          words={cell.words}
                          grounds={cell.grounds}
                          onOpen={onOpen}
                          at={{ table: table.id, row: row.id, column: column.id, label: column.label }}
                        />
                      </td>
                    );
                  })}
                </tr>
              ),
            )}
          </tbody>
        </table>
      </WideTable>
      {notes.map((words) => (
        <p key={words} className="paper-note">
          注：{words}
        </p>
      ))}
    </div>
  );
}
