import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const shots = path.resolve(import.meta.dirname, '../node_modules/.cache/huying/shots');

/** Where a picture of that name is put, for people who look. */
export function shotPath(name: string): string {
  mkdirSync(shots, { recursive: true });
  return path.join(shots, `${name}.png`);
}

/** Chromium of the system, kept from calling home. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Somebody at a desk: a browser of their own, signed in. Errors of the page fail the story. */
export interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens the case whose number or title the list shows. */
  openCase(list: string, title: string): Promise<void>;
  /** Fills in the form of an action and sends it. Radio answers are given by their words, texts as they are. */
  act(action: string, answers?: Readonly<Record<string, string>>): Promise<void>;
  /** A picture of the page, for people who look. */
  shot(name: string): Promise<void>;
  leave(): Promise<void>;
}

export async function sitDown(
  browser: Browser,
  address: string,
  name: string,
  password: string,
  options: { readonly width?: number; readonly locale?: string } = {},
): Promise<Desk> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: 900 },
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  await page.locator('input').nth(0).fill(name);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  // Each post begins where it has something to do: at work, at the promises, at the boards.
  await page.waitForURL(({ pathname }) => pathname.length > 1);
  return {
    page,
    context,
    async openCase(list, title) {
      await page.goto(`${address}/work/${list}`);
      await page.getByText(title, { exact: true }).first().click();
      await page.waitForURL(/\/cases\//);
      await page.locator('h1').filter({ hasText: title }).waitFor();
    },
    async act(action, answers = {}) {
      const sent = page.waitForResponse((response) => response.url().includes(`/actions/${action}`));
      await page.locator(`[data-action="${action}"]`).click();
      const send = page.locator('.form-foot .ant-btn-primary');
      // What asks nothing is done at once; everything else opens its form.
      await Promise.race([sent, send.waitFor()]);
      await fillAnswers(page, answers);
      if (await send.isVisible()) await send.click();
      const response = await sent;
      if (!response.ok()) throw new Error(`${action}: ${response.status()} ${await response.text()}`);
    },
    async shot(file) {
      await page.screenshot({ path: shotPath(file), fullPage: true });
    },
    async leave() {
      await context.close();
      if (faults.length > 0) throw new Error(`The page failed: ${faults.join('; ')}`);
    },
  };
}

/** Fills in the questions of the open form, each by its words. */
export async function fillAnswers(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) await fill(page, label, answer);
}

async function fill(page: Page, label: string, answer: string): Promise<void> {
  const question = page.locator('.question', { has: page.locator('.question-label', { hasText: label }) }).first();
  const radio = question.getByText(answer, { exact: true });
  if ((await question.locator('[role=radiogroup], .ant-radio-group').count()) > 0) {
    await radio.first().click();
    return;
  }
  await question.locator('textarea, input').first().fill(answer);
}
