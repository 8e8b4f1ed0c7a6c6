import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const main = path.join(import.meta.dirname, 'main.ts');

function huying(args: readonly string[], lang = 'C'): Promise<{ code: number; out: string; err: string }> {
  const env = {
    ...process.env,
    LANG: lang,
    LC_ALL: '',
    LC_MESSAGES: '',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env, cwd: '/' }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

describe('huying calendar due', () => {
  it('prints the date and nothing else, without a database and from anywhere', async () => {
    const told = await huying(['calendar', 'due', '--from', '2024-02-08', '--working-days', '5']);
    expect(told).toEqual({ code: 0, out: '2024-02-21\n', err: '' });
  });

  it('prints JSON for machines', async () => {
    const { out } = await huying(['calendar', 'due', '--from', '2024-02-08', '--working-days', '5', '--json']);
    expect(JSON.parse(out)).toEqual({ from: '2024-02-08', workingDays: 5, due: '2024-02-21' });
  });

  it('does not guess past what is published', async () => {
    const { code, out, err } = await huying(
      ['calendar', 'due', '--from', '2026-12-25', '--working-days', '10'],
      'zh_CN.UTF-8',
    );
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^日历只排到 2026-12-31/);
  });

  it('tells machines of an error in JSON', async () => {
    const { code, err } = await huying(['calendar', 'due', '--from', '2026-12-25', '--working-days', '10', '--json']);
    expect([code, JSON.parse(err)]).toMatchObject([1, { code: 'calendar.horizon', params: { horizon: '2026-12-31' } }]);
  });

  it.each([
    ['2024-02-30', '5', 'exist'],
    ['2024-02-08', '-5', 'whole number'],
    ['2024-02-08', 'five', 'whole number'],
  ])('refuses %s and %s', async (from, days, why) => {
    const { code, err } = await huying(['calendar', 'due', '--from', from, `--working-days=${days}`]);
    expect([code, err]).toEqual([1, expect.stringContaining(why)]);
  });
});

describe('huying', () => {
  it.each([
    ['zh_CN.UTF-8', '没有这个命令“frob”'],
    ['C', "unknown command 'frob'"],
  ])('tells of a mistaken command in the language of the environment (%s)', async (lang, said) => {
    const { code, err } = await huying(['frob'], lang);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });

  it.each([
    'serve',
    'work',
    'import requests',
    'backup',
    'restore',
    'verify-ledger',
    'district add',
    'user add',
    'calendar due',
    'city key',
    'definitions diff',
    'migrate',
  ])('teaches %s with an example to copy', async (command) => {
    const { code, out } = await huying([...command.split(' '), '--help', '--lang', 'zh']);
    expect(code).toBe(0);
    expect(out).toMatch(/用法：/);
    expect(out).toMatch(new RegExp(`示例：\\n.*huying ${command}`, 's'));
  });

  it('tells what is wrong with the database in a sentence, without a trace', async () => {
    const { code, err } = await huying(['migrate']);
    expect(code).toBe(1);
    expect(err).toMatch(/DATABASE_URL/);
    expect(err).not.toMatch(/^\s+at /m);
  });
});
