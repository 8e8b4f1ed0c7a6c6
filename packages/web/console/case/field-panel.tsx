import { useState } from 'react';
import type { CaseView, Definition, FieldView } from '../../client/index.ts';
import { useMoments, useReader } from '../reader/index.ts';
import { fieldGroups } from './field-groups.ts';
import { UnmaskButton } from './unmask-button.tsx';

/** What the case says, in groups; personal fields masked until a purpose is given. */
export function FieldPanel(props: { readonly view: CaseView; readonly definition: Definition | undefined }) {
  const { t } = useReader();
  const groups = fieldGroups(props.view.fields, props.definition);
  return (
    <>
      {groups.map((group) => (
        <section className="panel" key={group.name} aria-labelledby={`group-${group.name}`}>
          <h2 id={`group-${group.name}`}>{t(`case.${group.name}`)}</h2>
          <dl className="fields">
            {group.fields.map((field) => (
              <FieldLine
                key={field.name}
                field={field}
                caseId={props.view.id}
                story={manyLines(props.definition, field.name)}
              />
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

function FieldLine(props: { readonly field: FieldView; readonly caseId: string; readonly story: boolean }) {
  const { field, caseId } = props;
  const { say, t } = useReader();
  const [whole, setWhole] = useState<string>();
  const value = useValueText(field);
  const long = props.story || (field.kind === 'text' && value.length > 40);
  return (
    <div data-wide={long}>
      <dt>{say(field.label)}</dt>
      <dd className="num">
        {whole ?? (value === '' ? <span className="quiet">{t('case.empty')}</span> : value)}
        {field.masked && whole === undefined && <UnmaskButton field={field} caseId={caseId} onWhole={setWhole} />}
      </dd>
    </div>
  );
}

/** A text meant to have several lines gets the width of the page, however short it turned out. */
function manyLines(definition: Definition | undefined, name: string): boolean {
  const field = definition?.type.fields[name];
  return field?.kind === 'text' && field.lines > 1;
}

/** A value as a line of text: the server's words for codes, the reader's forms for the rest. */
function useValueText({ kind, value, shown }: FieldView): string {
  const { t, say } = useReader();
  const { at } = useMoments();
  if (value === null || value === undefined) return '';
  if (kind === 'instant') return typeof value === 'number' || typeof value === 'string' ? at(value) : '';
  if (kind === 'yesNo' && typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no');
  if (shown !== null) return say(shown);
  return typeof value === 'object' ? '' : String(value);
}
