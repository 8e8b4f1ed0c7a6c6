import type { AddressInfo } from 'node:net';
import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, testDistrict } from '@huying/testing/district';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimOutbox, pauseAfter, selectItems } from '../ledger/index.ts';
import { inAppAdapter, mailAdapter, sender, setMailOperation } from './index.ts';

const db = await testDatabase();
let here: CaseDistrict;
const mails: { to: string; raw: string }[] = [];
let refusal: { code: number; text: string } | undefined;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onRcptTo(address, _session, done) {
    if (refusal !== undefined)
      return done(Object.assign(new Error(`${refusal.text} <${address.address}>`), { responseCode: refusal.code }));
    done();
  },
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw: Buffer.concat(chunks).toString('utf8') });
      done();
    });
  },
});
let mail: ReturnType<typeof mailAdapter>;

beforeAll(async () => {
  here = await testDistrict(db);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  mail = mailAdapter(here.services, {
    url: `smtp://127.0.0.1:${port}`,
    from: '清江区热线 <hotline@example.org>',
    console: 'https://huying.example.org/',
    timeout: 2_000,
  });
  await here.run('acceptor', setMailOperation(here.services), { address: 'acceptor@example.org' });
});
afterAll(async () => {
  mail.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
beforeEach(() => {
  mails.length = 0;
  refusal = undefined;
});

const send = () => sender(here.services, [inAppAdapter(here.services), mail]).sendDue();
/** Notices first, then the mails they ask for. */
const deliver = async () => {
  await send();
  await send();
};
const header = (raw: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(raw.split('\r\n\r\n')[0] ?? '')?.[1] ?? '';
/** Quoted-printable, as nodemailer writes Chinese among Latin. */
const bodyOf = (raw: string) => {
  const text = raw.slice(raw.indexOf('\r\n\r\n') + 4).replaceAll('=\r\n', '');
  const bytes = text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};
const decoded = (text: string) =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, base64: string) => Buffer.from(base64, 'base64').toString('utf8'))
    .replaceAll(/(?:=\?utf-8\?q\?([^?]*)\?=)/gi, (_, quoted: string) =>
      decodeURIComponent(quoted.replaceAll('_', ' ').replaceAll('=', '%')),
    );
const outbox = (kind: string) =>
  here.inside(async (ctx) => (await selectItems(ctx.tx, ctx.tenant, 100)).filter((row) => row.kind === kind));

describe('notices by mail', () => {
  it('go to those who want them, in their language, with a link and no more than the notice says', async () => {
    const ticket = await here.open();
    await deliver();
    expect(mails.map(({ to }) => to)).toEqual(['acceptor@example.org']);
    const raw = mails[0]?.raw ?? '';
    expect(decoded(header(raw, 'subject'))).toBe(`【清江区】待受理：${ticket.number}`);
    expect(decoded(header(raw, 'from'))).toContain('hotline@example.org');
    const body = bodyOf(raw);
    expect(body).toContain(`https://huying.example.org/cases/${ticket.id}`);
    expect(raw + body).not.toMatch(/13800138000|王丽华/);
    expect((await outbox('mail'))[0]).toMatchObject({ state: 'sent', to: here.posts.acceptor.account });
  });

  it('sent again after a kill are the same mail, by their Message-ID', async () => {
    await here.open();
    await send();
    const items = await here.inside((ctx) => claimOutbox(ctx, { kinds: ['mail'] }));
    for (const item of items) await mail.send(here.tenant, item);
    here.clock.advance(120_000);
    await send();
    expect(mails).toHaveLength(2);
    expect(new Set(mails.map(({ raw }) => header(raw, 'message-id'))).size).toBe(1);
  });

  it('are tried again when the server is busy, and given up when there is no such mailbox; no address is logged', async () => {
    refusal = { code: 451, text: 'busy' };
    await here.open();
    await deliver();
    expect((await outbox('mail'))[0]).toMatchObject({ state: 'pending', lastError: 'SMTP 451' });
    refusal = { code: 550, text: 'no such user' };
    here.clock.advance(pauseAfter(1));
    await send();
    expect((await outbox('mail'))[0]).toMatchObject({ state: 'dead', lastError: 'SMTP 550' });
    expect(mails).toEqual([]);
  });

  it('cannot have headers put in by a title', async () => {
    const evil = 'a\r\nBcc: evil@example.org\r\n\r\nx';
    const body = { case: 'c', number: evil, title: evil, label: { zh: evil, en: evil } };
    const item = {
      id: here.services.id(),
      kind: 'mail',
      to: here.posts.acceptor.account,
      key: 'evil',
      attempts: 1,
      body,
    };
    expect(await mail.send(here.tenant, item)).toEqual({ sent: true });
    expect(mails.map(({ to }) => to)).toEqual(['acceptor@example.org']);
    expect(header(mails[0]?.raw ?? '', 'bcc')).toBe('');
  });

  it('stop when no longer wanted, also those on their way', async () => {
    await here.open();
    await send();
    await here.run('acceptor', setMailOperation(here.services), { address: null });
    await deliver();
    expect(mails).toEqual([]);
    await here.run('acceptor', setMailOperation(here.services), { address: 'acceptor@example.org' });
  });

  it.each([
    '',
    'nobody',
    'a@b c',
    'a b@example.org',
    '"><script>@example.org',
    'a@example.org\r\nBcc: x@example.org',
    `${'x'.repeat(300)}@example.org`,
  ])('are not sent to %j', async (address) => {
    await expect(here.run('acceptor', setMailOperation(here.services), { address })).rejects.toMatchObject({
      code: expect.stringMatching(/^(notify\.mailAddress|request\.invalid)$/),
    });
  });

  it('keep the address sealed', async () => {
    const { rows } = await db.pool.query<{ all: string }>(
      `select string_agg(row_to_json(w)::text, '') as all from mail_wish w`,
    );
    expect(rows[0]?.all).toContain(here.posts.acceptor.account);
    expect(Buffer.from(rows[0]?.all ?? '').toString()).not.toContain(
      Buffer.from('acceptor@example.org').toString('hex'),
    );
  });
});

describe('a mail server that is not there', () => {
  it('is tried again later', async () => {
    const nowhere = mailAdapter(here.services, {
      url: 'smtp://127.0.0.1:1',
      from: 'a@example.org',
      console: '',
      timeout: 500,
    });
    const item = {
      id: here.services.id(),
      kind: 'mail',
      to: here.posts.acceptor.account,
      key: 'k',
      attempts: 1,
      body: { case: '1', number: 'HX-1', title: '标题', label: { zh: '超时', en: 'Late' } },
    };
    expect(await nowhere.send(here.tenant, item)).toEqual({
      sent: false,
      error: expect.stringMatching(/^no mail server/),
    });
    nowhere.close();
  });
});
