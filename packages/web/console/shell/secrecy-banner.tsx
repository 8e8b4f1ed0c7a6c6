import { useReader } from '../reader/index.ts';

/** Stands on every page: the law on state secrets wants it said. */
export function SecrecyBanner() {
  const { t } = useReader();
  return (
    <p className="secrecy" role="note">
      {t('shell.notSecret')}
    </p>
  );
}
