import { Button } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { EntryPage } from './entry-page.tsx';
import { PasswordForm } from './password-form.tsx';
import { PostChoice } from './post-choice.tsx';
import { type Session, useSession } from './session.tsx';
import { SignInForm } from './sign-in-form.tsx';

const SessionEnded = lazy(async () => ({ default: (await import('./session-ended.tsx')).SessionEnded }));
const CodeEnrolment = lazy(async () => ({ default: (await import('./code-enrolment.tsx')).CodeEnrolment }));

/** Lets nobody through who is not signed in, with a password of their own, in a district, at a post. */
export function SessionGate(props: { readonly children: ReactNode }) {
  const session = useSession();
  const { t } = useReader();
  if (session.state === 'unknown') return null;
  if (session.state === 'failed') {
    return (
      <EntryPage title={t('session.forStaff')}>
        <ErrorNote
          error={session.error}
          action={<Button onClick={() => void session.refresh()}>{t('shell.retry')}</Button>}
        />
      </EntryPage>
    );
  }
  if (session.state === 'out') return <SignInPage />;
  return (
    <>
      <Admitted session={session}>{props.children}</Admitted>
      {session.state === 'ended' && (
        <Suspense>
          <SessionEnded name={session.me?.account.name ?? ''} />
        </Suspense>
      )}
    </>
  );
}

function SignInPage() {
  const { t } = useReader();
  usePageTitle(t('session.signIn'));
  return (
    <EntryPage title={t('session.forStaff')}>
      <SignInForm />
    </EntryPage>
  );
}

function Admitted({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const { t } = useReader();
  const { me, refresh } = session;
  if (me === undefined) return null;
  const again = () => void refresh();
  if (me.account.mustChangePassword) {
    return (
      <EntryPage title={t('session.firstPassword')} hint={t('session.firstPasswordHint')}>
        <PasswordForm onDone={again} />
      </EntryPage>
    );
  }
  if (me.account.mustEnrolCode) {
    return (
      <EntryPage title={t('code.mustTitle')}>
        <Suspense>
          <CodeEnrolment onDone={again} />
        </Suspense>
      </EntryPage>
    );
  }
  const districts = me.districts.length;
  if (me.posts.length === 0 && (me.district !== null || districts === 0)) {
    return (
      <EntryPage title={t('session.noPost')} hint={t('session.noPostHint')}>
        <Button onClick={() => void session.signOut()}>{t('shell.signOut')}</Button>
      </EntryPage>
    );
  }
  if (me.district === null || me.post === null) {
    return (
      <EntryPage
        title={t(me.district === null ? 'session.chooseDistrict' : 'session.choosePost')}
        hint={t('session.choosePostHint')}
      >
        <PostChoice onDone={again} />
      </EntryPage>
    );
  }
  return children;
}
