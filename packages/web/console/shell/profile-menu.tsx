import { DownOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, type MenuProps, Modal } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useReader } from '../reader/index.ts';
import { PasswordForm, PostChoice, useMe, useSession } from '../session/index.ts';

const CodeEnrolment = lazy(async () => ({ default: (await import('../session/code-enrolment.tsx')).CodeEnrolment }));

type Opened = 'password' | 'code' | 'post' | undefined;

/** Who the reader is and through which post; language, password, one-time codes, sign-out. */
export function ProfileMenu() {
  const me = useMe();
  const { signOut, refresh } = useSession();
  const { t, say, locale, setLocale } = useReader();
  const { message } = App.useApp();
  const [opened, setOpened] = useState<Opened>();
  const post = me.posts.find(({ id }) => id === me.post);
  const close = () => setOpened(undefined);

  const items: MenuProps['items'] = [
    ...(me.posts.length > 1 || me.districts.length > 1
      ? [{ key: 'post', label: t('shell.switchPost'), onClick: () => setOpened('post') }]
      : []),
    { key: 'language', label: t('shell.language'), onClick: () => setLocale(locale === 'zh' ? 'en' : 'zh') },
    { key: 'password', label: t('shell.changePassword'), onClick: () => setOpened('password') },
    me.account.totp
      ? { key: 'code', label: t('shell.codeOn'), disabled: true }
      : { key: 'code', label: t('shell.enrolCode'), onClick: () => setOpened('code') },
    { type: 'divider' },
    { key: 'out', label: t('shell.signOut'), onClick: () => void signOut() },
  ];

  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <Button type="text" className="profile" title={t('shell.profile')}>
          <span className="profile-name">{me.account.displayName}</span>
          {post && <span className="profile-post quiet">{say(post.roleName)}</span>}
          <DownOutlined />
        </Button>
      </Dropdown>
      <Modal
        open={opened === 'password'}
        title={t('shell.changePassword')}
        footer={null}
        onCancel={close}
        destroyOnHidden
        width={400}
      >
        <PasswordForm
          onDone={() => {
            close();
            void message.success(t('session.passwordChanged'));
          }}
        />
      </Modal>
      <Modal
        open={opened === 'code'}
        title={t('code.title')}
        footer={null}
        onCancel={close}
        destroyOnHidden
        width={400}
      >
        <Suspense>
          <CodeEnrolment
            onDone={() => {
              close();
              void refresh();
              void message.success(t('code.done'));
            }}
          />
        </Suspense>
      </Modal>
      <Modal
        open={opened === 'post'}
        title={t('session.choosePost')}
        footer={null}
        onCancel={close}
        destroyOnHidden
        width={440}
      >
        <p className="quiet">{t('session.choosePostHint')}</p>
        <PostChoice onDone={() => location.assign('/')} />
      </Modal>
    </>
  );
}
