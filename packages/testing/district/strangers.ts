import type { Db } from '@huying/server/db';
import { type Capacity, type Operation, runOperation } from '@huying/server/ledger';
import { endPost } from '@huying/server/org';
import { refusalOf } from './course.ts';
import type { PersonName } from './people.ts';
import { type CaseDistrict, testDistrict } from './test-district.ts';

/** Two districts of one program, and what people get who try from where they have no business. */
export interface Strangers {
  readonly here: CaseDistrict;
  readonly there: CaseDistrict;
  /** What somebody's attempt here is refused with; `done` where it is not. */
  tries<I, O>(who: PersonName, operation: Operation<I, O>, input: I): Promise<string>;
  /**
   * What those get who hold no post here: somebody of the other district, a post that is not theirs, none, one that has ended, the
   * public. The same for each, or it would tell what is there.
   */
  outsiders<I, O>(who: PersonName, operation: Operation<I, O>, input: I): Promise<readonly string[]>;
}

export async function strangersOf(db: Db): Promise<Strangers> {
  const here = await testDistrict(db);
  const there = await testDistrict(db, { tenant: '440198', beside: here });
  // Somebody who had a post here until a moment ago.
  const { id: post, account } = here.posts.roadsHead;
  await runOperation(here.services, endPost, { ...here.as('system'), input: { post, reason: '调离' } });
  here.clock.advance(1_000);
  const tried = <I, O>(capacity: Capacity, operation: Operation<I, O>, input: I) =>
    refusalOf(runOperation(here.services, operation, { ...capacity, input }));
  return {
    here,
    there,
    tries: (who, operation, input) => tried(here.as(who), operation, input),
    async outsiders(who, operation, input) {
      const own = here.as(who).actor;
      const actors = [
        there.as(who).actor,
        { ...there.as(who).actor, post: own.post },
        { ...own, post: null },
        { ...own, account, post },
        { kind: 'public' as const, account: null, post: null, name: '市民' },
      ];
      return Promise.all(actors.map((actor) => tried({ tenant: here.tenant, actor }, operation, input)));
    },
  };
}
