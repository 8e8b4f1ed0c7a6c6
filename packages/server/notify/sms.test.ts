import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, testDistrict } from '@huying/testing/district';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signatureFault, signatureHeadersIn } from '../exchange/index.ts';
import { claimOutbox, enqueueOutbox, pauseAfter, selectItems } from '../ledger/index.ts';
import { parameterCatalogue } from '../parameter/index.ts';
import { httpGateway, inboxGateway, listInboxTexts, notifyParameters, sender, smsAdapter } from './index.ts';

const db = await testDatabase();
let here: CaseDistrict;
let services: CaseDistrict['services'];

beforeAll(async () => {
  here = await testDistrict(db);
  services = {
    ...here.services,
    parameters: parameterCatalogue([...here.services.product.parameters, ...notifyParameters]),
  };
});

const outbox = () =>
  here.inside(async (ctx) => (await selectItems(ctx.tx, ctx.tenant, 100)).filter((row) => row.kind === 'sms'));
const accepted = async (fields: Record<string, unknown> = {}) => {
  const ticket = await here.open(fields);
  await here.act('acceptor', ticket, 'file', { matter: '01002', condition: '01002-2' });
  return ticket;
};

describe('a text message to the caller', () => {
  const send = () => sender(services, [smsAdapter(services, inboxGateway(services))]).sendDue();
  const inbox = async (id: string) => (await here.run('systemAdmin', listInboxTexts(services), { case: id })).items;

  it('is filled from the template of the district when it is sent, to the number opened then', async () => {
    const ticket = await accepted();
    const [row] = await outbox();
    expect(JSON.stringify(row)).not.toContain('13800138000');
    await send();
    const texts = await inbox(ticket.id);
    expect(texts).toMatchObject([{ case: ticket.id, phone: '138****8000' }]);
    expect(texts[0]?.text).toMatch(
      new RegExp(`^【清江区】您的诉求已受理，编号 ${ticket.number}。预计 7月\\d+日 \\d\\d:\\d\\d 前办结。$`),
    );
    expect(await outbox()).toMatchObject([{ state: 'sent' }]);
  });

  it('carries a one-time code that no row of the outbox or of the box ever shows, before it was sent or after', async () => {
    await db.pool.query('truncate outbox');
    const ticket = await here.open();
    const asked = { number: ticket.number, phone: '13800138000' };
    await here.run('system', here.operations.askCode, asked);
    const code = (await here.codes(ticket)).at(-1) ?? '';
    expect(code).toMatch(/^\d{6}$/);
    const rows = async () =>
      (
        await db.pool.query<{ row: string; body: string }>(
          "select o::text as row, o.body::text as body from outbox o where kind = 'sms'",
        )
      ).rows;
    const before = await rows();
    expect(before).toHaveLength(1);
    await send();
    for (const { row, body } of [...before, ...(await rows())]) {
      expect(row.replaceAll(ticket.id, '').replaceAll(ticket.number, '')).not.toContain(code);
      expect(Object.keys((JSON.parse(body) as { params: { code: object } }).params.code)).toEqual(['sealed']);
    }
    expect(await outbox()).toMatchObject([{ state: 'sent' }]);
    expect((await inbox(ticket.id)).at(-1)?.text).toContain(code);
    const { rows: kept } = await db.pool.query<{ text: string | null; sealed: Buffer }>(
      'select text, sealed from sms_inbox where case_id = $1',
      [ticket.id],
    );
    expect(kept.map(({ text, sealed }) => [text, sealed.includes(code), sealed.includes('清江区')])).toEqual([
      [null, false, false],
    ]);
  });

  it('is read from the box no more once the caller was erased, and where it was kept unsealed it still is', async () => {
    const ticket = await accepted();
    await send();
    const read = async () => (await inbox(ticket.id)).map(({ text }) => text);
    expect(await read()).toEqual([expect.stringContaining(ticket.number)]);
    await here.inside((ctx) => services.keyring.eraseSubject(ctx, ticket.id));
    expect(await read()).toEqual([null]);
    await db.pool.query(
      `insert into sms_inbox (tenant, id, key, case_id, phone, text, at)
       values ($1, gen_random_uuid(), 'before', $2, '138****8000', '从前的短信', '2020-01-01')`,
      [here.tenant, ticket.id],
    );
    expect(await read()).toEqual([null, '从前的短信']);
  });

  it('is kept once though it was sent twice', async () => {
    const ticket = await accepted();
    const items = await here.inside((ctx) => claimOutbox(ctx, { kinds: ['sms'] }));
    const adapter = smsAdapter(services, inboxGateway(services));
    for (const item of items) await adapter.send(here.tenant, item);
    here.clock.advance(120_000);
    await send();
    expect(await inbox(ticket.id)).toHaveLength(1);
  });

  it.each([['to a landline', { phone: '020-38888888' }, 'not a mobile']])(
    '%s is given up',
    async (_, fields, error) => {
      await accepted(fields);
      await send();
      expect((await outbox())[0]).toMatchObject({ state: 'dead', lastError: error });
    },
  );

  it('to a caller who was erased, or of a text nobody wrote, is given up', async () => {
    const ticket = await accepted();
    await here.inside((ctx) => services.keyring.eraseSubject(ctx, ticket.id));
    await send();
    expect((await outbox())[0]).toMatchObject({ state: 'dead', lastError: 'the number was erased' });
    const other = await here.open();
    const body = { case: other.id, template: 'constructor', params: {} };
    await here.inside(async (ctx) => enqueueOutbox(ctx, { kind: 'sms', to: other.id, key: 'odd', body }));
    await send();
    expect((await outbox()).find(({ key }) => key === 'odd')).toMatchObject({ state: 'dead' });
  });
});

describe('a gateway over HTTP', () => {
  const secret = Buffer.from('a secret of the gateway');
  const received = new Map<string, { to: string; text: string; times: number }>();
  let status = 200;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const headers = signatureHeadersIn(request.headers);
      const isSigned = headers !== undefined && signatureFault([secret], headers, services.now(), body) === undefined;
      if (isSigned && status === 200) {
        const { key, to, text } = JSON.parse(body.toString()) as { key: string; to: string; text: string };
        received.set(key, { to, text, times: (received.get(key)?.times ?? 0) + 1 });
      }
      response.writeHead(isSigned ? status : 401).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
  });
  afterAll(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  beforeEach(async () => {
    status = 200;
    received.clear();
    await db.pool.query('truncate outbox');
  });

  const send = (withSecret = secret) =>
    sender(services, [
      smsAdapter(services, httpGateway(services, { url, secret: withSecret, timeout: 2_000 })),
    ]).sendDue();

  it('gets the number, the text and the key, signed', async () => {
    const ticket = await accepted();
    await send();
    expect([...received.values()]).toEqual([
      { to: '13800138000', text: expect.stringContaining(ticket.number), times: 1 },
    ]);
    expect([...received.keys()]).toEqual([(await outbox())[0]?.key]);
  });

  it('that fails is asked again, that refuses is not', async () => {
    await accepted();
    status = 503;
    await send();
    expect(await outbox()).toMatchObject([{ state: 'pending', lastError: 'HTTP 503' }]);
    status = 200;
    here.clock.advance(pauseAfter(1));
    await send();
    expect([...received.values()]).toMatchObject([{ times: 1 }]);
    await accepted();
    status = 422;
    await send();
    expect((await outbox())[0]).toMatchObject({ state: 'dead', lastError: 'HTTP 422' });
  });

  it('that knows another secret refuses, and the message waits for the setting to be put right', async () => {
    await accepted();
    await send(Buffer.from('wrong'));
    expect(await outbox()).toMatchObject([{ state: 'pending', lastError: 'HTTP 401' }]);
    expect(received.size).toBe(0);
  });

  it('is sent the same key again after a kill, by which it can drop the message', async () => {
    await accepted();
    const items = await here.inside((ctx) => claimOutbox(ctx, { kinds: ['sms'] }));
    const adapter = smsAdapter(services, httpGateway(services, { url, secret }));
    for (const item of items) await adapter.send(here.tenant, item);
    here.clock.advance(120_000);
    await send();
    expect([...received.values()]).toMatchObject([{ times: 2 }]);
  });
});
