import { InfoCircleOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import type { Locale, Words } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';

/** A line of a definition: what it tells, and that. */
export type DefinitionFact = readonly [ScreenText, string];

/** A small mark that opens what a number means: in the reader's language and in the other. */
export function DefinitionMark(props: {
  readonly name: Words;
  readonly meaning: Words;
  readonly facts: readonly DefinitionFact[];
}) {
  const { locale, t, say } = useReader();
  const { name, meaning, facts } = props;
  const other: Locale = locale === 'zh' ? 'en' : 'zh';
  const content = (
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
  return (
    <Popover trigger="click" content={content} classNames={{ root: 'definition-popover' }}>
      <button type="button" className="definition-mark" aria-label={t('board.definition', { measure: say(name) })}>
        <InfoCircleOutlined aria-hidden="true" />
      </button>
    </Popover>
  );
}
