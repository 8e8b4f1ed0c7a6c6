import { isHuyingError } from '@huying/kit/error';
import type { Db } from '@huying/server/db';
import { type Operation, runOperation } from '@huying/server/ledger';
import { endPost } from '@huying/server/org';
import { expect, it } from 'vitest';
import { type TestDistrict, testDistrict } from './test-district.ts';

/** What is told of one operation: who may do it, and to what. */
export interface AccessStory<I, O> {
  readonly db: Db;
  readonly operation: Operation<I, O>;
  /** the only role that may */
  readonly role: string;
  /** an input that succeeds, on something of the district, made anew for each test */
  input(district: TestDistrict): Promise<I>;
  /** what the same role of another district is told of it there; left out where the input names nothing of a district */
  readonly elsewhere?: string;
}

/** Matches a refusal by its code; given to `toThrowError`, which takes a matcher where its type says an error. */
export function refusedWith(code: string): Error {
  return expect.toSatisfy((error: unknown) => isHuyingError(error) && error.code === code) as Error;
}

let count = 0;

/** Tells the stories every operation has: wrong role, wrong district, post that has ended, right. Call it in a `describe`. */
export function tellAccess<I, O>(story: AccessStory<I, O>): void {
  const { db, operation, role } = story;
  /** Two districts of their own for each test: what one changes, another does not see. */
  const districts = async () => {
    count += 1;
    const here = await testDistrict(db, `t${count}`);
    return { here, there: await testDistrict(db, `${here.tenant}-b`, here.clock) };
  };

  it('is refused to a post of another role', async () => {
    const { here } = await districts();
    const input = await story.input(here);
    const handler = await here.person('unit-handler');
    await expect(runOperation(here.services, operation, { ...handler, input })).rejects.toThrowError(
      refusedWith('org.roleRequired'),
    );
  });

  it('is refused to the same role of another district', async () => {
    const { here, there } = await districts();
    const input = await story.input(here);
    const stranger = await there.person(role);
    const reaching = runOperation(here.services, operation, { ...stranger, tenant: here.tenant, input });
    await expect(reaching).rejects.toThrowError(refusedWith('org.roleRequired'));
    if (story.elsewhere === undefined) return;
    const atHome = runOperation(there.services, operation, { ...stranger, input });
    await expect(atHome).rejects.toThrowError(refusedWith(story.elsewhere));
  });

  it("is refused in someone else's post, in none, and in one that has ended", async () => {
    const { here } = await districts();
    const input = await story.input(here);
    const one = await here.person(role);
    const other = await here.person('unit-handler');
    const told = refusedWith('org.roleRequired');
    const borrowed = { ...other.actor, post: one.actor.post };
    await expect(runOperation(here.services, operation, { ...other, actor: borrowed, input })).rejects.toThrowError(
      told,
    );
    await expect(
      runOperation(here.services, operation, { ...one, actor: { ...one.actor, post: null }, input }),
    ).rejects.toThrowError(told);
    await runOperation(here.services, endPost, { ...here.system, input: { post: one.actor.post, reason: '离任' } });
    await expect(runOperation(here.services, operation, { ...one, input })).rejects.toThrowError(told);
  });

  it('is refused to the public and to partners', async () => {
    const { here } = await districts();
    const input = await story.input(here);
    for (const kind of ['public', 'partner'] as const) {
      const actor = { kind, account: null, post: null, name: kind };
      const asked = runOperation(here.services, operation, { tenant: here.tenant, actor, input });
      await expect(asked).rejects.toThrowError(refusedWith('org.roleRequired'));
    }
  });

  it('is carried out for the right role', async () => {
    const { here } = await districts();
    const input = await story.input(here);
    const person = await here.person(role);
    await expect(runOperation(here.services, operation, { ...person, input })).resolves.toBeDefined();
  });
}
