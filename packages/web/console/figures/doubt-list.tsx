import { Button } from 'antd';
import { useState } from 'react';
import type { FigureDoubt } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { useAttempt } from '../shell/attempt.ts';

/** Figures that look doubtful, each with what makes it so and what its unit says to it. */
export function DoubtList(props: { readonly doubts: readonly FigureDoubt[]; readonly onExplained: () => void }) {
  const { t } = useReader();
  if (props.doubts.length === 0) return null;
  return (
    <section className="doubts" aria-label={t('figures.doubts')}>
      <h2>{t('figures.doubts')}</h2>
      <p className="quiet">{t('figures.doubtsHint')}</p>
      <ul>
        {props.doubts.map((doubt) => (
          <Doubt key={doubt.id} doubt={doubt} onExplained={props.onExplained} />
        ))}
      </ul>
    </section>
  );
}

function Doubt(props: { readonly doubt: FigureDoubt; readonly onExplained: () => void }) {
  const { t, say } = useReader();
  const { doubt } = props;
  const { client } = useSession();
  const { attempt } = useAttempt();
  const [words, setWords] = useState('');
  const explain = async () => {
    await client.write(
      'POST',
      `/api/figures/doubts/${doubt.id}`,
      { words: words.trim() },
      { key: crypto.randomUUID() },
    );
    props.onExplained();
  };
  return (
    <li data-open={doubt.explanation === null}>
      <p>
        <strong>{doubt.label}</strong> {say(doubt.says)}
      </p>
      {doubt.explanation !== null ? (
        <p className="quiet">{t('figures.explained', { words: doubt.explanation, who: doubt.explainedBy ?? '' })}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (words.trim() !== '') void attempt(explain);
          }}
        >
          <input
            value={words}
            maxLength={1000}
            aria-label={t('figures.explanationOf', { figure: doubt.label })}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button htmlType="submit" disabled={words.trim() === ''}>
            {t('figures.explain')}
          </Button>
        </form>
      )}
    </li>
  );
}
