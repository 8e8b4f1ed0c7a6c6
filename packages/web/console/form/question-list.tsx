import { useCallback, useRef } from 'react';
import type { Value, Values, Words } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import { AnswerInput } from './answer-input.tsx';
import { answered, type Question } from './question.ts';

/** Questions with their answers, faults beside them, and what was suggested marked as such. */
export function QuestionList(props: {
  /** Begins the ids of the inputs. */
  readonly id: string;
  readonly questions: readonly Question[];
  /** All questions of the form, where these are some of them. */
  readonly among?: readonly Question[];
  readonly answers: Values;
  readonly onAnswers: (answers: Values) => void;
  readonly faults: Readonly<Record<string, string>>;
  readonly onBusy: (name: string, busy: boolean) => void;
  readonly suggested?: Values;
  readonly because?: string | null;
  readonly caseId?: string;
  readonly known?: Readonly<Record<string, Words>>;
}) {
  const { t, say } = useReader();
  const { questions, answers, faults, suggested = {}, known = {} } = props;
  const all = props.among ?? questions;
  const latest = useRef(answers);
  latest.current = answers;

  return questions.map((question) => {
    const { name, field } = question;
    const id = `${props.id}-${name}`;
    const fault = faults[name];
    const byDuty = props.because != null && isByDuty(question, suggested) && answers[name] === suggested[name];
    const help = question.help && say(question.help);
    // The rule is told once, beside the unit it names.
    const why = byDuty && field.kind === 'choice';
    const notes = [fault && `${id}-fault`, why && `${id}-why`, help && `${id}-help`].filter(Boolean).join(' ');
    const under = all.find((other) => other.name === question.under);
    const grouped = isGroup(question);
    const label = (
      <>
        {say(question.label)}
        {field.presence === 'optional' && <span className="quiet"> {t('form.optional')}</span>}
        {byDuty && <span className="mark">{t('form.suggested')}</span>}
      </>
    );
    return (
      <div className="question" key={name} data-fault={fault !== undefined} data-kind={field.kind}>
        {grouped ? (
          <span className="question-label" id={`${id}-label`}>
            {label}
          </span>
        ) : (
          <label className="question-label" htmlFor={id}>
            {label}
          </label>
        )}
        <div {...(grouped ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}>
          <BusyAnswer
            id={id}
            question={question}
            value={answers[name]}
            onChange={(value) => props.onAnswers(answered(all, latest.current, name, value))}
            onBusy={props.onBusy}
            invalid={fault !== undefined}
            describedBy={notes === '' ? undefined : notes}
            caseId={props.caseId}
            parent={question.under === '' ? undefined : answers[question.under]}
            parentLabel={under && say(under.label)}
            known={known}
          />
        </div>
        {fault && (
          <span className="fault" id={`${id}-fault`}>
            {fault}
          </span>
        )}
        {why && (
          <span className="quiet hint" id={`${id}-why`}>
            {t('form.suggestedBy', { reason: props.because ?? '' })}
          </span>
        )}
        {help && (
          <span className="quiet hint" id={`${id}-help`}>
            {help}
          </span>
        )}
      </div>
    );
  });
}

/** What the duty list says, as against what the case already knew. */
function isByDuty({ name, field }: Question, suggested: Values): boolean {
  if (suggested[name] === undefined) return false;
  return field.kind === 'text' || (field.kind === 'choice' && field.source.from === 'units');
}

/** Radio buttons are a group with a name; everything else is one input with a label. */
function isGroup({ field, options }: Question): boolean {
  if (field.kind === 'yesNo') return true;
  return field.kind === 'choice' && field.source.from === 'options' && options.length <= 6;
}

function BusyAnswer({
  onBusy,
  ...rest
}: Omit<Parameters<typeof AnswerInput>[0], 'onBusy' | 'onChange'> & {
  readonly onChange: (value: Value | undefined) => void;
  readonly onBusy: (name: string, busy: boolean) => void;
}) {
  const { name } = rest.question;
  const report = useCallback((busy: boolean) => onBusy(name, busy), [name, onBusy]);
  return <AnswerInput {...rest} onBusy={report} />;
}
