import { InfoCircleOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import type { Locale } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import { useBoardContext } from './board-context.tsx';
import type { MeasureDefinition } from './board-data.ts';

/** What a number means, behind a small mark beside it: in the reader's language and in the other. */
export function DefinitionNote(props: { readonly measure: string }) {
  const { t, say } = useReader();
  const definition = useBoardContext().measures.get(props.measure);
  if (definition === undefined) return null;
  return (
    <Popover
      trigger="click"
      content={<Definition definition={definition} />}
      classNames={{ root: 'definition-popover' }}
    >
      <button
        type="button"
        className="definition-mark"
        aria-label={t('board.definition', { measure: say(definition.name) })}
      >
        <InfoCircleOutlined aria-hidden="true" />
      </button>
    </Popover>
  );
}

const BETTER: Readonly<Record<MeasureDefinition['better'], ScreenText>> = {
  high: 'board.betterHigh',
  low: 'board.betterLow',
  neither: 'board.betterNeither',
};

function Definition(props: { readonly definition: MeasureDefinition }) {
  const { locale, t, say } = useReader();
  const { definition } = props;
  const { name, meaning, source, clock, calendar, minimum, better, fullDays, form, decimals } = definition;
  const other: Locale = locale === 'zh' ? 'en' : 'zh';
  const facts: [ScreenText, string][] = [['board.source', say(source)]];
  if (clock !== null) facts.push(['board.clock', say(clock)]);
  if (calendar !== null) facts.push(['board.calendar', t(calendar === 'working' ? 'board.working' : 'board.natural')]);
  if (decimals > 0) facts.push(['board.rounding', t('board.roundingTo', { places: decimals })]);
  if (form === 'ratio' || form === 'mean') facts.push(['board.minimum', t('board.minimumOf', { count: minimum })]);
  facts.push(['board.better', t(BETTER[better])]);
  if (fullDays) facts.push(['board.days', t('board.fullDays')]);
  return (
    <div className="definition">
      <h3>{say(name)}</h3>
      <p>{say(meaning)}</p>
      <dl>
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div className="definition-other quiet" lang={other === 'zh' ? 'zh-CN' : 'en'}>
        <strong>{name[other]}</strong>
        <p>{meaning[other]}</p>
      </div>
    </div>
  );
}
