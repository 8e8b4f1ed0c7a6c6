import { testDatabase } from '@huying/testing/database';
import { callerPhone, type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await strangersOf(db);
});

async function codeSent(ticket: { readonly id: string }): Promise<string> {
  return (await strangers.here.codes(ticket)).at(-1) ?? '';
}

describe('following by number and code', () => {
  it('is for whoever has both, with a post or without, in the district of the case', async () => {
    const { here, there, outsiders } = strangers;
    const ticket = await here.open();
    const { number } = ticket;
    await here.run('system', here.operations.askCode, { number, phone: callerPhone });
    const code = await codeSent(ticket);
    expect(await there.run('system', there.operations.follow, { number, code })).toMatchObject({ found: false });
    expect(await here.run('system', here.operations.follow, { number, code })).toMatchObject({ found: true });
    expect(new Set(await outsiders('operator', here.operations.follow, { number, code }))).toEqual(new Set(['done']));
  });

  it('asked for in another district sends nothing anywhere', async () => {
    const { here, there } = strangers;
    const { number } = await here.open({ title: '只在本区' });
    const before = (await here.sent('sms')).length;
    await there.run('system', there.operations.askCode, { number: `${number}9`, phone: callerPhone });
    await there.run('system', there.operations.askCode, { number, phone: callerPhone });
    expect([(await here.sent('sms')).length, await there.sent('sms')]).toEqual([before, []]);
  });

  it('shows the public the public steps only, whoever asks', async () => {
    const { here } = strangers;
    const ticket = await here.open();
    await here.act('dispatcher', ticket, 'note', { note: '内部备注' });
    await here.run('system', here.operations.askCode, { number: ticket.number, phone: callerPhone });
    const code = await codeSent(ticket);
    const shown = await here.run('auditor', here.operations.follow, { number: ticket.number, code });
    expect(shown.found).toBe(true);
    expect(JSON.stringify(shown)).not.toContain('内部备注');
  });
});
