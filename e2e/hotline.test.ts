import { type City, secretBytes, simulateCity, simulatedTicket } from '@huying/server/exchange';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sitDown, startBrowser } from './desk.ts';
import { type RunningProgram, startProgram } from './program.ts';

const password = 'Huying-2026';
const title = '三号门外垃圾堆放无人清理';

let program: RunningProgram;
let browser: Browser;
let city: City;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ cases: 400 }), startBrowser()]);
  const issued = JSON.parse(await program.command('city', 'key', '--district', '440199', '--json')) as {
    readonly key: string;
    readonly secret: string;
  };
  city = simulateCity({ doors: program.address, key: issued.key, secret: secretBytes(issued.secret), now: Date.now });
  const address = await city.start(0);
  await setParameter('exchange.cityUrl', address);
});

afterAll(async () => {
  await browser?.close();
  await city?.close();
  await program?.stop();
});

const at = (name: string) => sitDown(browser, program.address, name, password);

describe('a ticket of the city, from its platform to the call-back', () => {
  it('comes in with the number and the deadline of the city, once however often it is sent', async () => {
    const now = Date.now();
    const ticket = {
      ...simulatedTicket(1, Date.now()),
      number: 'S-E2E-0001',
      title,
      words: '来电人反映三号门外垃圾堆放两天，没有人清理，气味很大。',
      caller: '演示来电人',
      phone: '13900000001',
      receivedAt: new Date(now).toISOString(),
      due: new Date(now + 9 * 86_400_000).toISOString(),
    };
    const first = await city.sendTickets(ticket);
    expect(first).toMatchObject({ status: expect.toSatisfy((status: number) => status < 300) });
    const again = await city.sendTickets(ticket);
    expect(again.status).toBeLessThan(300);
  });

  it('is filed by the acceptor', async () => {
    const desk = await at('acceptor');
    await desk.openCase('all', title);
    expect(await desk.page.getByText('S-E2E-0001').count()).toBeGreaterThan(0);
    await desk.shot('1-acceptor');
    await desk.act('file');
    await desk.leave();
  });

  it('is dispatched by the dispatcher to the unit on the duty list, with its reason', async () => {
    const desk = await at('dispatcher');
    await desk.openCase('mine', title);
    await desk.page.locator('[data-action="dispatch"]').click();
    await desk.page.getByText('按职责目录建议').waitFor();
    await desk.shot('2-dispatcher');
    await desk.page.locator('[aria-label="关闭"]').click();
    await desk.act('dispatch');
    await desk.leave();
  });

  it('is signed and handled by the unit, which does not see what it must not', async () => {
    const desk = await at('hwzx');
    await desk.openCase('mine', title);
    await desk.act('sign');
    await desk.act('contact', { 是否联系上: '是', 沟通情况: '已联系，约定今日清运。' });
    await desk.shot('3-unit');
    await desk.act('handled', { 处置情况: '已清运，并安排每日巡查。' });
    await desk.leave();
  });

  it('is verified by somebody outside the unit', async () => {
    const desk = await at('verifier');
    await desk.openCase('all', title);
    await desk.act('verify', { 是否通过: '是', 核查情况: '现场干净。' });
    await desk.leave();
  });

  it('is closed with a result and called back', async () => {
    const acceptor = await at('acceptor');
    await acceptor.openCase('all', title);
    await acceptor.act('close', { 办理结果: '已处置', 答复来电人: '垃圾已清运，并安排每日巡查。' });
    await acceptor.leave();
    const desk = await at('callback');
    await desk.openCase('all', title);
    await desk.act('callBack', { 是否解决: '已解决', 是否满意: '满意' });
    await desk.openCase('all', title);
    await desk.page.locator('main').getByText('已办结', { exact: true }).first().waitFor();
    await desk.shot('4-called-back');
    await desk.leave();
  });

  it('tells the city each step that concerns it, in order and once', async () => {
    await expect
      .poll(() => city.received().map(({ message }) => message), { timeout: 30_000 })
      .toEqual(expect.arrayContaining(['signed', 'reply', 'call-back']));
    const mine = city.received().filter(({ number }) => number === 'S-E2E-0001');
    expect(new Set(mine.map(({ message, at: when }) => `${message} ${when}`)).size).toBe(mine.length);
  });

  it('survives a kill -9 of the program: everything said is still there', async () => {
    await program.kill();
    await program.start();
    const desk = await at('supervisor');
    await desk.openCase('all', title);
    await desk.page.locator('main').getByText('已办结', { exact: true }).first().waitFor();
    await desk.leave();
    expect(await program.command('verify-ledger', '--district', '440199', '--json')).toContain('"whole":true');
  });
});

describe('two callers about the same', () => {
  const [first, second] = ['五号门外垃圾成堆', '五号门边垃圾没人清'] as const;

  it('each have a ticket; the later one is merged into the earlier with a press of a button', async () => {
    const place = { address: '五号门', longitude: 113.3096, latitude: 23.12984 };
    for (const [index, words] of [first, second].entries()) {
      const ticket = { ...simulatedTicket(1, Date.now()), ...place, title: words, number: `S-E2E-001${index}` };
      expect((await city.sendTickets(ticket)).status).toBeLessThan(300);
    }
    const desk = await at('acceptor');
    await desk.openCase('all', second);
    const similar = desk.page.locator('section', { has: desk.page.locator('#similar') });
    await similar.locator('li', { hasText: first }).locator('[data-merge]').click();
    const sent = desk.page.waitForResponse((response) => response.url().endsWith('/actions/markDuplicate'));
    await desk.page.locator('.form-foot .ant-btn-primary').click();
    expect((await sent).status()).toBe(200);
    // With it off the desk, the next of the list is open.
    await desk.openCase('all', second);
    await desk.page.locator('.merged-note', { hasText: first }).waitFor();
    await desk.shot('5-merged');
    await desk.openCase('all', first);
    await desk.page
      .locator('section', { has: desk.page.locator('#followers') })
      .getByText(second)
      .waitFor();
    // A main case follows none: its button says so before a number is asked for.
    await desk.page.locator('[data-action="markDuplicate"][aria-disabled="true"]').waitFor();
    await desk.page.locator('.barred-reason', { hasText: '主件' }).first().waitFor({ state: 'attached' });
    await desk.act('file');
    await desk.leave();
  });

  it.each([
    ['zh-CN', '疑似重复'],
    ['en-US', 'May be the same'],
  ])('are found on a phone where the lists are chosen (%s)', async (locale, name) => {
    const desk = await sitDown(browser, program.address, 'acceptor', password, { width: 375, locale });
    await desk.page.evaluate((zh) => localStorage.setItem('huying.locale', zh ? 'zh' : 'en'), locale === 'zh-CN');
    await desk.page.goto(`${program.address}/work/all`);
    await desk.page.locator('.worklist-select').click();
    await desk.page.locator('.worklist-apart').waitFor();
    await desk.shot(`7-lists-on-a-phone-${locale}`);
    await desk.page.locator('.worklist-apart', { hasText: name }).click();
    await desk.page.waitForURL(/\/duplicates$/);
    await desk.page.locator('h1', { hasText: name }).waitFor();
    await desk.shot(`8-duplicates-on-a-phone-${locale}`);
    await desk.leave();
  });

  it('get the answer of the one unit that went out, and each of them is called back', async () => {
    const dispatcher = await at('dispatcher');
    await dispatcher.openCase('mine', first);
    await dispatcher.act('dispatch');
    await dispatcher.leave();
    const unit = await at('hwzx');
    await unit.openCase('mine', first);
    await unit.act('sign');
    await unit.act('handled', { 处置情况: '已清运。' });
    await unit.leave();
    const verifier = await at('verifier');
    await verifier.openCase('all', first);
    await verifier.act('verify', { 是否通过: '是', 核查情况: '现场干净。' });
    await verifier.leave();
    const acceptor = await at('acceptor');
    await acceptor.openCase('all', first);
    await acceptor.act('close', { 办理结果: '已处置', 答复来电人: '五号门外的垃圾已经清运。' });
    await acceptor.leave();
    await expect
      .poll(() => city.received().flatMap(({ message, number }) => (message === 'reply' ? [number] : [])), {
        timeout: 30_000,
      })
      .toEqual(expect.arrayContaining(['S-E2E-0010', 'S-E2E-0011']));
    const desk = await at('callback');
    await desk.openCase('mine', second);
    await desk.page.locator('main').getByText('五号门外的垃圾已经清运。').first().waitFor();
    await desk.shot('6-answered-with-it');
    await desk.act('callBack', { 是否解决: '已解决', 是否满意: '满意' });
    await desk.leave();
  });
});

/** Sets a parameter as the administrator would: over HTTP, with a reason. */
async function setParameter(name: string, value: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-huying': '1' };
  const signedIn = await fetch(`${program.address}/api/sessions`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name: 'admin', password }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const answer = await fetch(`${program.address}/api/parameters/${name}`, {
    method: 'PUT',
    headers: { ...headers, cookie },
    body: JSON.stringify({ value, reason: '对接演示' }),
  });
  expect(answer.status).toBeLessThan(300);
}
