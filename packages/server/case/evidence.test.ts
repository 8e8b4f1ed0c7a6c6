import { testDatabase } from '@huying/testing/database';
import {
  type CaseDistrict,
  type Course,
  courseOf,
  type PersonName,
  refusalOf,
  testDistrict,
} from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let district: CaseDistrict;
let course: Course;
beforeAll(async () => {
  district = await testDistrict(db);
  course = courseOf(district);
});

/** A picture somebody uploaded and used for nothing yet. */
async function uploaded(who: PersonName): Promise<string> {
  const id = district.services.id();
  await district.inside(({ tx, tenant, now }) =>
    tx.run(
      `insert into file (tenant, id, name, type, size, width, height, sha256, uploaded_by, uploaded_at)
       values ($1, $2, 'a.jpg', 'image/jpeg', 1, 1, 1, sha256('a'), $3, $4)`,
      [tenant, id, district.posts[who].account, new Date(now)],
    ),
  );
  return id;
}

const ownerOf = async (id: string) =>
  district.inside(({ tx, tenant }) =>
    tx.one<{ kind: string | null; owner: string | null }>(
      'select owner_kind as kind, owner_id as owner from file where tenant = $1 and id = $2',
      [tenant, id],
    ),
  );

describe('the pictures of a step', () => {
  it('become the case’s, so that they are kept and stand in its timeline', async () => {
    const before = await uploaded('operator');
    const ticket = await course.handling({ before: [before] });
    const after = await uploaded('waterClerk');
    await district.act('waterClerk', ticket, 'handled', { handled: '已更换', after: [after] });
    for (const id of [before, after]) expect(await ownerOf(id)).toEqual({ kind: 'case', owner: ticket.id });
    const { timeline } = await district.view('auditor', ticket);
    expect(timeline.find(({ what }) => what === 'handled')?.files).toEqual([after]);
  });

  it('may be shown again in a later step of the same case, and in no other case', async () => {
    const picture = await uploaded('waterClerk');
    const ticket = await course.handling();
    await district.act('waterClerk', ticket, 'handled', { handled: '已更换', after: [picture] });
    await district.act('verifier', ticket, 'verify', { passed: false, verified: '未平整' });
    await district.act('waterClerk', ticket, 'handled', { handled: '已平整', after: [picture] });
    const other = await course.handling();
    const attempt = district.act('waterClerk', other, 'handled', { handled: '已更换', after: [picture] });
    expect(await refusalOf(attempt)).toBe('file.notYours');
  });

  it('must be one’s own and be there, or nothing is done', async () => {
    const ticket = await course.handling();
    const handled = (picture: string) =>
      refusalOf(district.act('waterClerk', ticket, 'handled', { handled: '已更换', after: [picture] }));
    expect(await handled(await uploaded('roadsClerk'))).toBe('file.notYours');
    expect(await handled(district.services.id())).toBe('file.unknown');
    expect((await district.view('waterClerk', ticket)).state.id).toBe('handling');
  });
});
