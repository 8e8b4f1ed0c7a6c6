import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import { useReader } from '../reader/index.ts';
import type { Question } from './question.ts';

/** Everything to correct, summed up at the top; each line leads to its place. Takes the focus when it appears. */
export function FaultSummary(props: {
  readonly id: string;
  readonly questions: readonly Question[];
  readonly faults: Readonly<Record<string, string>>;
}) {
  const { t, say } = useReader();
  const box = useRef<HTMLDivElement>(null);
  const places = inPageOrder(props.faults, props.questions);
  const signature = places.map(([name]) => name).join();
  useEffect(() => {
    if (signature !== '') box.current?.focus();
  }, [signature]);
  if (places.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="fault-summary">
      <Alert
        type="error"
        showIcon
        title={t('form.problems', { count: places.length })}
        description={
          <ul>
            {places.map(([name, fault]) => {
              const question = props.questions.find((one) => one.name === name);
              return (
                <li key={name}>
                  <a
                    href={`#${props.id}-${name}`}
                    onClick={(event) => {
                      event.preventDefault();
                      const input = document.getElementById(`${props.id}-${name}`);
                      (input?.matches('input, textarea, button') ? input : input?.querySelector('input'))?.focus();
                    }}
                  >
                    {question ? say(question.label) : name}
                  </a>
                  {t('form.named', { name: '', text: fault })}
                </li>
              );
            })}
          </ul>
        }
      />
    </div>
  );
}

/** Faults in the order in which their questions stand on the page; those of no question come last. */
function inPageOrder(faults: Readonly<Record<string, string>>, questions: readonly Question[]): [string, string][] {
  const order = questions.map(({ name }) => name);
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.entries(faults).sort(([a], [b]) => rank(a) - rank(b));
}
