import { useReader } from '../reader/index.ts';

/** Stands on every page: the law on state secrets wants it said. */
export function SecrecyBanner() {
  const { t } = useReader();
  return (
    <section className="secrecy" aria-label={t('shell.notSecretShort')}>
      {t('shell.notSecret')}
    </section>
  );
}
