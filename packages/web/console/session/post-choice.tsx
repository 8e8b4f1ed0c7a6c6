import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useMe, useSession } from './session.tsx';

/** The posts to act through, or the districts to choose from first. */
export function PostChoice(props: { readonly onDone: () => void }) {
  const { client, refresh } = useSession();
  const me = useMe();
  const { t, say } = useReader();
  const act = useMutation({
    mutationFn: async (body: { readonly district?: string; readonly post?: string }) => {
      await client.write('PUT', '/api/me/post', body);
      await refresh();
    },
    onSuccess: (_, { post }) => {
      if (post !== undefined) props.onDone();
    },
  });
  const districts = me.districts;

  if (me.district === null && districts.length > 0) {
    return (
      <ul className="choices">
        {districts.map((district) => (
          <li key={district.code}>
            <Button size="large" block onClick={() => act.mutate({ district: district.code })}>
              {say(district.name)}
            </Button>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <>
      {act.error && <ErrorNote error={act.error} />}
      <ul className="choices">
        {me.posts.map((post) => (
          <li key={post.id}>
            <button
              type="button"
              className="choice"
              aria-current={post.id === me.post}
              disabled={act.isPending}
              onClick={() => act.mutate({ post: post.id })}
            >
              <strong>{say(post.roleName)}</strong>
              <span className="quiet">{say(post.unit.name)}</span>
              {post.id === me.post && <span className="mark">{t('session.presentPost')}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
