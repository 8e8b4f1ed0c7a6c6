import { Navigate } from 'react-router';
import { useMe } from '../session/index.ts';
import { firstPageOf } from './first-page.ts';

/** `/`: goes on to the page where the reader begins. */
export function StartPage() {
  const me = useMe();
  const role = me.posts.find(({ id }) => id === me.post)?.role ?? '';
  return <Navigate to={firstPageOf(role)} replace />;
}
