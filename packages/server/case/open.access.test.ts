import { testDatabase } from '@huying/testing/database';
import { type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await strangersOf(db);
});

const input = {
  type: 'ticket',
  fields: { title: '井盖', words: '破了', demandKind: 'request', demandClass: 'A01', channel: 'phone' },
};

describe('opening a case', () => {
  it('is for the people of the centre who take calls', async () => {
    const { here, tries } = strangers;
    for (const who of ['operator', 'eastOperator', 'acceptor', 'dispatcher', 'shiftLeader'] as const) {
      expect([who, await tries(who, here.operations.open, input)]).toEqual([who, 'done']);
    }
    for (const who of ['waterClerk', 'pipesHandler', 'verifier', 'auditor', 'systemAdmin', 'securityAdmin'] as const) {
      expect([who, await tries(who, here.operations.open, input)]).toEqual([who, 'access.denied']);
    }
  });

  it('is for whom its type names: supervision items and proposals are the supervision office’s', async () => {
    const { here, tries } = strangers;
    const item = { type: 'supervision-item', fields: { title: '事项', source: 'minutes' } };
    const fields = {
      title: '建议',
      kind: 'suggestion',
      session: '六次会议',
      officialNumber: '12',
      words: '内容',
      proposer: '张三',
    };
    const proposal = { type: 'proposal', fields };
    for (const input of [item, proposal]) {
      expect(await tries('supervisor', here.operations.open, input)).toBe('done');
      for (const who of ['operator', 'waterClerk', 'waterHead', 'verifier', 'deputy', 'auditor'] as const) {
        expect([who, await tries(who, here.operations.open, input)]).toEqual([who, 'access.denied']);
      }
    }
    expect(await tries('leader', here.operations.open, item)).toBe('done');
    expect(await tries('congressOfficer', here.operations.open, proposal)).toBe('done');
    expect(await tries('congressOfficer', here.operations.open, item)).toBe('access.denied');
    expect(await tries('supervisor', here.operations.open, input)).toBe('access.denied');
  });

  it('is refused to whoever has no post here', async () => {
    const { here, outsiders } = strangers;
    expect(new Set(await outsiders('operator', here.operations.open, input))).toEqual(new Set(['access.denied']));
  });

  it('belongs to the district in which it was opened', async () => {
    const { here, there } = strangers;
    const { id } = await there.open();
    expect(await strangers.tries('auditor', here.operations.read, { id })).toBe('case.unknown');
  });
});
