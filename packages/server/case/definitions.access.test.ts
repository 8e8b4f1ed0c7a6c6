import { testDatabase } from '@huying/testing/database';
import { type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await strangersOf(db);
});

describe('definitions', () => {
  it('are the product’s own and no district’s: whoever asks gets the same', async () => {
    const { here, there, outsiders } = strangers;
    const [ticket] = await here.run('operator', here.operations.definitions, {});
    expect(ticket).toMatchObject({ type: 'ticket', name: { zh: '诉求工单' } });
    expect(await there.run('waterClerk', there.operations.definitions, {})).toEqual([ticket]);
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
