import { HuyingError } from '@huying/kit/error';
import { type IdentityServices, type Session, setActing } from '../identity/index.ts';
import { withTenant } from '../tenant/index.ts';
import { orgOf } from './org.ts';
import type { HeldPost } from './unit.ts';

/** The posts a person may act in now, in one district. */
export function postsIn(services: IdentityServices, district: string, account: string): Promise<readonly HeldPost[]> {
  return withTenant(services.db, district, async (tx) =>
    (await orgOf({ tx, tenant: district })).postsOf(account, services.now()),
  );
}

/**
 * Sets the post a session acts in: the one named, or the person's first. Changing it leaves a session that was opened elsewhere alone.
 * @throws identity.noDistrict when the account is not admitted there; org.postUnknown when the post is not theirs now
 */
export function chooseActingPost(
  services: IdentityServices,
  session: Session,
  district: string,
  post?: string,
): Promise<Session> {
  return withTenant(services.db, district, async (tx) => {
    const posts = (await orgOf({ tx, tenant: district })).postsOf(session.account.id, services.now());
    const chosen = post === undefined ? posts[0] : posts.find((held) => held.id === post);
    if (post !== undefined && chosen === undefined) throw new HuyingError('org.postUnknown');
    return setActing(tx, session, district, chosen?.id ?? null);
  });
}
