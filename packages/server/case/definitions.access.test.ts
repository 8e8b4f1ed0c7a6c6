import { testDatabase } from '@huying/testing/database';
import { type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await strangersOf(db);
});

describe('definitions', () => {
  it('are the product’s own and no district’s: whoever asks gets the same, with what they may open marked', async () => {
    const { here, there, outsiders } = strangers;
    const types = await here.run('operator', here.operations.definitions, {});
    const [ticket] = types;
    expect(ticket).toMatchObject({ type: 'ticket', name: { zh: '诉求工单' }, mayOpen: true });
    expect(await there.run('waterClerk', there.operations.definitions, {})).toEqual(
      types.map((one) => ({ ...one, mayOpen: false })),
    );
    const marked = await here.run('supervisor', here.operations.definitions, {});
    expect(marked.filter(({ mayOpen }) => mayOpen).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['supervision-item', 'proposal']),
    );
    expect(marked.find(({ type }) => type === 'ticket')).toMatchObject({ mayOpen: false });
    const hash = ticket?.hash ?? '';
    expect(await here.run('waterClerk', here.operations.definition, { hash })).toMatchObject({
      kind: 'case',
      id: 'ticket',
    });
    expect(new Set(await outsiders('operator', here.operations.definition, { hash }))).toEqual(new Set(['done']));
  });

  it('are found by their hash only', async () => {
    const { here, tries } = strangers;
    expect(await tries('operator', here.operations.definition, { hash: '0'.repeat(64) })).toBe('definition.unknown');
    expect(await tries('operator', here.operations.definition, { hash: '../ticket' })).toBe('request.invalid');
  });
});
