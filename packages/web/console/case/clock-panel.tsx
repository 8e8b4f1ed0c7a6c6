import type { ClockView } from '../../client/index.ts';
import { useMoments, useReader } from '../reader/index.ts';
import { DueText } from './due-text.tsx';
import { LightMark } from './light-mark.tsx';

/** Every clock of the case with the sentence that explains it; those that ended are folded away. */
export function ClockPanel(props: { readonly clocks: readonly ClockView[] }) {
  const { t } = useReader();
  const ended = props.clocks.filter(({ light }) => light === 'done' || light === 'late');
  const open = props.clocks.filter((clock) => !ended.includes(clock));
  return (
    <section className="panel" aria-labelledby="clocks">
      <h2 id="clocks">{t('case.clocks')}</h2>
      {open.length === 0 && <p className="quiet">{t('case.noClocks')}</p>}
      <ul className="clocks">
        {open.map((clock) => (
          <ClockLine key={clock.name} clock={clock} />
        ))}
      </ul>
      {ended.length > 0 && (
        <details className="ended-clocks">
          <summary className="quiet">{t('case.pastClocks', { count: ended.length })}</summary>
          <ul className="clocks">
            {ended.map((clock) => (
              <ClockLine key={clock.name} clock={clock} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function ClockLine({ clock }: { readonly clock: ClockView }) {
  const { t, say } = useReader();
  const { at } = useMoments();
  return (
    <li>
      <div className="clock-head">
        <strong>{say(clock.label)}</strong>
        {clock.citizens && <span className="mark">{t('case.promise')}</span>}
        <LightMark light={clock.light} />
      </div>
      <DueText due={clock.due} light={clock.light} provisional={clock.provisional} />
      <p className="sentence">{say(clock.sentence)}</p>
      {clock.promised && <p className="sentence">{t('case.firstPromise', { at: at(clock.promised) })}</p>}
    </li>
  );
}
