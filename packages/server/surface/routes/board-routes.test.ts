import { holidayYears } from '@huying/district/demo/calendar';
import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import { beforeAll, describe, expect, it } from 'vitest';
import { runOperation } from '../../ledger/index.ts';

const { ask, person, surface, program, district } = await testProgram(await testDatabase());
let leader = '';
beforeAll(async () => {
  const value = { zone: 'Asia/Shanghai', years: holidayYears };
  const editor = await person('duty-editor');
  const call = {
    tenant: district.tenant,
    actor: editor.actor,
    input: { name: 'base.calendar', value, reason: '测试' },
  };
  await runOperation(program.services, program.operations.setParameter, call);
  leader = (await person('shift-leader')).cookie;
});

describe('boards over HTTP', () => {
  it('are listed, and read', async () => {
    const list = await ask('GET', '/api/boards', { cookie: leader });
    expect((list.json as { id: string }[]).map(({ id }) => id)).toContain('shift');
    const { status, json } = await ask('GET', '/api/boards/shift', { cookie: leader });
    expect([status, json]).toMatchObject([200, { id: 'shift', verified: false }]);
  });

  it('refuse what they do not know, and days that are none', async () => {
    const tries = async (path: string) => (await ask('GET', path, { cookie: leader })).json;
    expect(await tries('/api/boards/none')).toMatchObject({ code: 'board.unknown', status: 404 });
    expect(await tries('/api/boards/shift?from=tomorrow')).toMatchObject({ code: 'request.invalid' });
    expect(await tries('/api/boards/shift?colour=red')).toMatchObject({ code: 'request.invalid' });
    expect(await tries('/api/boards/shift?from=2026-13-45&to=2026-13-46')).toMatchObject({ code: 'measure.period' });
  });

  it('leave as a workbook under their name', async () => {
    const answer = await surface.app.inject({
      method: 'GET',
      url: '/api/boards/shift/export.xlsx',
      headers: { cookie: leader },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('值班看板'));
    expect(answer.rawPayload.subarray(0, 2).toString('latin1')).toBe('PK');
  });

  it('are closed to a role they are not for', async () => {
    const { cookie } = await person('operator');
    expect((await ask('GET', '/api/boards', { cookie })).json).toEqual([]);
    for (const path of ['/api/boards/shift', '/api/boards/shift/export.xlsx']) {
      expect((await ask('GET', path, { cookie })).json).toMatchObject({ code: 'board.notYours', status: 403 });
    }
  });
});
