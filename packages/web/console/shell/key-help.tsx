import { Modal } from 'antd';
import { useReader } from '../reader/index.ts';
import { keyCap, keysOnPage } from './key-book.ts';

/** The keys the reader may use on the page that is open; those of other pages are told there. */
export function KeyHelp(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useReader();
  return (
    <Modal open={props.open} onCancel={props.onClose} footer={null} title={t('keys.title')} width={560}>
      <div className="key-help">
        {props.open &&
          keysOnPage(t('keys.everywhere')).map(({ title, lines }) => (
            <section key={title}>
              <h3>{title}</h3>
              <dl>
                {lines.map(({ key, says }) => (
                  <div key={key}>
                    <dt>
                      <kbd>{keyCap(key)}</kbd>
                    </dt>
                    <dd>{says}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
      <p className="quiet">{t('keys.elsewhere')}</p>
    </Modal>
  );
}
