import { Modal } from 'antd';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';

const GROUPS: readonly { readonly title: ScreenText; readonly keys: readonly (readonly [string, ScreenText])[] }[] = [
  {
    title: 'keys.everywhere',
    keys: [
      ['?', 'keys.help'],
      ['g', 'keys.goWork'],
      ['c', 'keys.goIntake'],
      ['v', 'keys.goBoards'],
      ['/', 'keys.search'],
      ['Ctrl Enter', 'keys.submit'],
      ['Esc', 'keys.leave'],
    ],
  },
  {
    title: 'keys.list',
    keys: [
      ['j', 'keys.next'],
      ['k', 'keys.previous'],
      ['Enter', 'keys.open'],
    ],
  },
  {
    title: 'keys.case',
    keys: [
      ['A–Z', 'keys.action'],
      ['j', 'keys.next'],
      ['k', 'keys.previous'],
      ['r', 'keys.reload'],
      ['b', 'keys.back'],
    ],
  },
  {
    title: 'board.title',
    keys: [
      ['[', 'board.periodBefore'],
      [']', 'board.periodAfter'],
      ['e', 'board.export'],
      ['p', 'board.print'],
    ],
  },
];

/** Every key of the console on one page. */
export function KeyHelp(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useReader();
  return (
    <Modal open={props.open} onCancel={props.onClose} footer={null} title={t('keys.title')} width={560}>
      <div className="key-help">
        {GROUPS.map(({ title, keys }) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <dl>
              {keys.map(([key, text]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{t(text)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
