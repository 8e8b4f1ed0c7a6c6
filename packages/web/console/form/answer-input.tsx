import { codePoints, type PlaceValue } from '@huying/kit/field';
import { Input, InputNumber, Radio, Select } from 'antd';
import type { Value, Words } from '../../client/index.ts';
import { instantOfLocal, localInput } from '../moment/index.ts';
import { useReader } from '../reader/index.ts';
import { ChoiceSearch } from './choice-search.tsx';
import { FileInput } from './file-input.tsx';
import { PlaceInput } from './place-input.tsx';
import type { Question } from './question.ts';

/** More options than this are a list to open, not buttons. */
const MOST_BUTTONS = 6;

export interface AnswerProps {
  readonly id: string;
  readonly question: Question;
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  readonly onBusy: (busy: boolean) => void;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly caseId: string | undefined;
  /** Answer to the question that this one's choices stand under. */
  readonly parent: Value | undefined;
  readonly parentLabel: string | undefined;
  /** Names of codes that are known beforehand. */
  readonly known: Readonly<Record<string, Words>>;
}

/** The input of one question, by the kind of its field. */
export function AnswerInput(props: AnswerProps) {
  const { id, question, value, onChange, invalid, describedBy } = props;
  const { t, say, zone } = useReader();
  const { field } = question;
  const text = typeof value === 'string' ? value : '';
  const status = invalid ? 'error' : '';
  const common = { id, status, 'aria-describedby': describedBy, 'aria-invalid': invalid } as const;

  switch (field.kind) {
    case 'text': {
      const count = (
        <span className="counter num" data-over={codePoints(text) > field.max}>
          {t('form.count', { count: codePoints(text), max: field.max })}
        </span>
      );
      return field.lines > 1 ? (
        <>
          <Input.TextArea
            {...common}
            value={text}
            autoSize={{ minRows: field.lines, maxRows: 14 }}
            onChange={(event) => onChange(event.target.value)}
          />
          {count}
        </>
      ) : (
        <Input
          {...common}
          value={text}
          suffix={text === '' ? undefined : count}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    }
    case 'number':
      return (
        <InputNumber
          {...common}
          className="number-input"
          value={typeof value === 'number' ? value : null}
          min={field.min}
          max={field.max}
          {...(field.integer ? { precision: 0 } : {})}
          suffix={field.unit}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'date':
      return (
        <Input
          {...common}
          type="date"
          className="date-input"
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'instant':
      return (
        <Input
          {...common}
          type="datetime-local"
          className="date-input"
          value={typeof value === 'number' ? localInput(value, zone) : ''}
          onChange={(event) => onChange(instantOfLocal(event.target.value, zone))}
        />
      );
    case 'yesNo':
      return (
        <Radio.Group
          id={id}
          aria-describedby={describedBy}
          value={typeof value === 'boolean' ? value : field.presence === 'required' ? undefined : null}
          onChange={(event) => onChange(event.target.value ?? undefined)}
          options={[
            { value: true, label: t('form.yes') },
            { value: false, label: t('form.no') },
            ...(field.presence === 'required' ? [] : [{ value: null as unknown as boolean, label: t('form.unset') }]),
          ]}
        />
      );
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'choices': {
      const chosen = Array.isArray(value) ? value.map(String) : [];
      if (field.source.from !== 'options') return <SeveralInput {...props} chosen={chosen} />;
      return (
        <Select
          {...common}
          mode="multiple"
          value={chosen}
          maxCount={field.max}
          options={question.options.map(({ code, label }) => ({ value: code, label: say(label) }))}
          onChange={(codes: string[]) => onChange(codes)}
        />
      );
    }
    case 'place':
      return (
        <PlaceInput
          id={id}
          value={isPlace(value) ? value : undefined}
          onChange={(place) => onChange(place as Value | undefined)}
          describedBy={describedBy}
          invalid={invalid}
        />
      );
    case 'photos':
    case 'files':
      return (
        <FileInput
          id={id}
          kind={field.kind}
          max={field.max}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
          onBusy={props.onBusy}
          describedBy={describedBy}
        />
      );
    case 'phone':
      return (
        <Input
          {...common}
          value={text}
          inputMode="tel"
          autoComplete="off"
          maxLength={40}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'personName':
    case 'citizenNumber':
    case 'creditCode':
      return (
        <Input
          {...common}
          value={text}
          autoComplete="off"
          maxLength={100}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

function ChoiceInput(props: AnswerProps) {
  const { id, question, value, onChange, invalid, describedBy, parent } = props;
  const { t, say } = useReader();
  const { field } = question;
  if (field.kind !== 'choice') return null;
  const chosen = typeof value === 'string' ? value : undefined;
  if (field.source.from === 'options') {
    const options = question.options.map(({ code, label }) => ({ value: code, label: say(label) }));
    if (options.length > MOST_BUTTONS) {
      return (
        <Select
          id={id}
          value={chosen ?? null}
          allowClear
          placeholder={t('form.choose')}
          status={invalid ? 'error' : ''}
          aria-describedby={describedBy}
          options={options}
          onChange={(code: string | null | undefined) => onChange(code ?? undefined)}
        />
      );
    }
    return (
      <Radio.Group
        id={id}
        aria-describedby={describedBy}
        value={chosen ?? null}
        options={options}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  const waits = question.under !== '' && typeof parent !== 'string';
  return (
    <ChoiceSearch
      id={id}
      source={field.source.from === 'tree' ? field.source.tree : field.source.from}
      under={typeof parent === 'string' ? parent : undefined}
      caseId={field.source.from === 'workers' ? props.caseId : undefined}
      value={chosen}
      onChange={onChange}
      known={props.known}
      disabled={waits}
      invalid={invalid}
      {...(describedBy === undefined ? {} : { describedBy })}
      {...(waits ? { placeholder: t('form.parentFirst', { parent: props.parentLabel ?? question.under }) } : {})}
    />
  );
}

/** Several codes of a source of the server: chosen ones as lines, one more at a time. */
function SeveralInput(props: AnswerProps & { readonly chosen: readonly string[] }) {
  const { question, chosen, onChange } = props;
  const { t, say } = useReader();
  const { field } = question;
  if (field.kind !== 'choices' || field.source.from === 'options') return null;
  const source = field.source.from === 'tree' ? field.source.tree : field.source.from;
  const nameOf = (code: string) => {
    const words = props.known[code];
    return words ? say(words) : code;
  };
  return (
    <div className="stack">
      {chosen.map((code) => (
        <ChoiceSearch
          key={code}
          source={source}
          value={code}
          known={props.known}
          label={nameOf(code)}
          onChange={(next) => onChange(chosen.flatMap((one) => (one === code ? (next ? [next] : []) : [one])))}
        />
      ))}
      {chosen.length < field.max && (
        <ChoiceSearch
          id={props.id}
          source={source}
          value={undefined}
          placeholder={t('form.choose')}
          onChange={(code) => code !== undefined && !chosen.includes(code) && onChange([...chosen, code])}
        />
      )}
    </div>
  );
}

function isPlace(value: Value | undefined): value is PlaceValue & Value {
  return typeof value === 'object' && value !== null && 'address' in value && 'point' in value;
}
