import type { Browser, Page } from 'playwright-core';
import { type Desk, fillAnswers, sitDown } from './desk.ts';

/** Somebody at a desk who works on promises. */
export interface PromiseDesk extends Desk {
  /** What the page is told by the server, as this person. */
  read<T>(path: string): Promise<T>;
  /** What is too many times the same to be clicked. */
  write(path: string, body: unknown, version: number): Promise<void>;
  go(path: string): Promise<void>;
  openPromise(id: string, title: string): Promise<void>;
  /** An act of the promise's page by the words of its button, with its answers, until the server has taken it. */
  tell(act: string, answers: Readonly<Record<string, string>>, photo?: Buffer): Promise<void>;
  /** Chooses the first option that typing leaves. */
  choose(select: string, words: string): Promise<void>;
  /** The message of a refusal that stands on the page. */
  refusal(words: string): Promise<void>;
}

export async function sitDownTo(
  browser: Browser,
  address: string,
  name: string,
  password: string,
): Promise<PromiseDesk> {
  const desk = await sitDown(browser, address, name, password);
  const { page, context } = desk;
  return {
    ...desk,
    async read<T>(path: string): Promise<T> {
      const answer = await context.request.get(`${address}${path}`);
      if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    async write(path, body, version) {
      const headers = { 'x-huying': '1', 'if-match': `"${version}"` };
      const answer = await context.request.post(`${address}${path}`, { headers, data: body });
      if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    },
    async go(path) {
      await page.goto(`${address}${path}`);
    },
    async openPromise(id, title) {
      await page.goto(`${address}/promises/${id}`);
      await page.locator('h1').filter({ hasText: title }).waitFor();
    },
    async tell(act, answers, photo) {
      await page
        .locator('main .action, main .own-width')
        .filter({ hasText: new RegExp(`^${act}$`) })
        .first()
        .click();
      const send = page.locator('.form-foot .ant-btn-primary');
      await send.waitFor();
      await fillAnswers(page, answers);
      if (photo !== undefined) await addPhoto(page, photo);
      const sent = page.waitForResponse(
        (one) => one.url().includes('/api/promises/') && one.request().method() === 'POST',
      );
      await send.click();
      const response = await sent;
      if (!response.ok()) throw new Error(`${act}: ${response.status()} ${await response.text()}`);
      await send.waitFor({ state: 'detached' });
    },
    async choose(select, words) {
      const box = page.locator(`#${select}`);
      await box.click();
      await box.fill(words);
      await page.locator('.ant-select-item-option', { hasText: words }).first().waitFor();
      await box.press('Enter');
      await box.blur();
    },
    async refusal(words) {
      await page.locator('[role=alert]').filter({ hasText: words }).first().waitFor();
    },
  };
}

async function addPhoto(page: Page, photo: Buffer): Promise<void> {
  const file = { name: '现场.jpg', mimeType: 'image/jpeg', buffer: photo };
  await page.locator('.file-input input[type=file]').first().setInputFiles(file);
  await page.locator('.file-list img[src*="/api/files/"]').first().waitFor();
}

/** A button of the page by its words, pressed. */
export async function press(page: Page, words: string): Promise<void> {
  await page.locator('button').filter({ hasText: words }).first().click();
}

/** Presses the button and waits until the server has taken what it sends. */
export function sendBy(page: Page, words: string, path: string): Promise<void> {
  return sending(page, path, () => press(page, words));
}

/** Says yes to the question that stands over the page. */
export function confirm(page: Page, path: string): Promise<void> {
  return sending(page, path, () => page.locator('.ant-modal-confirm-btns .ant-btn-primary').click());
}

async function sending(page: Page, path: string, act: () => Promise<void>): Promise<void> {
  const sent = page.waitForResponse((one) => one.url().includes(path) && one.request().method() === 'POST');
  await act();
  const response = await sent;
  if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
}
