import { Link } from 'react-router';
import { usePageTitle, useReader } from '../reader/index.ts';

export function NotFound() {
  const { t } = useReader();
  usePageTitle(t('shell.notFound'));
  return (
    <div className="empty">
      <h1>{t('shell.notFound')}</h1>
      <p>{t('shell.notFoundHint')}</p>
      <Link to="/">{t('shell.toFirst')}</Link>
    </div>
  );
}
