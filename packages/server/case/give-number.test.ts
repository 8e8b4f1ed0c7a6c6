import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let district: CaseDistrict;
beforeAll(async () => {
  district = await testDistrict(db);
});

describe('the numbers of notices', () => {
  it('are of the year and the colour, without gaps whatever is refused and however many sign at once', async () => {
    const opened = async () => {
      const fields = { title: '另一督查事项', source: 'other', unit: district.units.water };
      const { id } = await district.run('supervisor', district.operations.open, { type: 'supervision-item', fields });
      await district.act('supervisor', { id }, 'register', { source: 'other' });
      await district.act('supervisor', { id }, 'assign', { unit: district.units.water, dispatchReason: '按分工' });
      return { id };
    };
    const draft = (one: { id: string }, noticeLevel: string) =>
      district.act('supervisor', one, 'draftNotice', { noticeLevel, noticeWords: '请抓紧。' });
    const first = await opened();
    const items = [first, await opened(), await opened(), await opened()];
    for (const one of items) await draft(one, 'overdue');
    await expect(district.act('waterHead', first, 'signNotice')).rejects.toThrow();
    await Promise.all(items.map((one) => district.act('leader', one, 'signNotice')));
    const numberOf = async (one: { id: string }) =>
      (await district.view('supervisor', one)).fields.find(({ name }) => name === 'noticeNumber')?.value;
    expect((await Promise.all(items.map(numberOf))).sort()).toEqual(
      [1, 2, 3, 4].map((n) => `督查红色提醒〔2026〕${n}号`),
    );
    const [last] = (await district.ledger(first.id)).slice(-1);
    expect(last).toMatchObject({
      what: 'signNotice',
      body: { asked: { noticeNumber: await numberOf(first) } },
    });
    const near = await opened();
    await draft(near, 'near');
    await district.act('leader', near, 'signNotice');
    expect(await numberOf(near)).toBe('督查蓝色提醒〔2026〕1号');
    district.at('2027-01-04 09:00');
    const next = await opened();
    await draft(next, 'near');
    await district.act('leader', next, 'signNotice');
    expect(await numberOf(next)).toBe('督查蓝色提醒〔2027〕1号');
  });
});
