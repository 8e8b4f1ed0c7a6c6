import { Button } from 'antd';
import type { PromiseActionView, PromiseView } from '../../client/index.ts';
import { ActionButton } from '../case/action-button.tsx';
import { useReader } from '../reader/index.ts';

/** What the reader may do: the steps of its course first, then what is told of it. A barred step can be reached and says why. */
export function PromiseActions(props: {
  readonly view: PromiseView;
  readonly acts: readonly { readonly key: string; readonly title: string }[];
  readonly onStep: (action: PromiseActionView) => void;
  readonly onAct: (key: string) => void;
}) {
  const { t } = useReader();
  const { view, acts } = props;
  // What goes back or gives up asks for a reason: it is never the first thing offered.
  const goesOn = ({ asks }: PromiseActionView) => asks.every(({ name }) => name !== 'reason');
  const offered = view.actions.filter((action) => action.allowed);
  const allowed = [...offered.filter(goesOn), ...offered.filter((action) => !goesOn(action))];
  const barred = view.actions.filter((action) => !action.allowed);
  if (view.actions.length === 0 && acts.length === 0) return <p className="quiet">{t('case.noActions')}</p>;
  const button = (action: PromiseActionView) => ({ name: action.step, action, onAct: () => props.onStep(action) });
  return (
    <section className="actions" aria-label={t('case.actions')}>
      {allowed.map((action, at) => (
        <ActionButton key={action.step} {...button(action)} primary={at === 0 && goesOn(action)} />
      ))}
      {acts.map(({ key, title }) => (
        <Button key={key} className="action" onClick={() => props.onAct(key)}>
          {title}
        </Button>
      ))}
      {barred.map((action) => (
        <ActionButton key={action.step} {...button(action)} />
      ))}
    </section>
  );
}
