import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { apps } from '@huying/apps';
import { openProgram, type Program } from '@huying/server/compose';
import { type Db, silentLog } from '@huying/server/db';
import { runOperation } from '@huying/server/ledger';
import { createAccount } from '@huying/server/org';
import type { Surface } from '@huying/server/surface';
import { createTenant } from '@huying/server/tenant';
import { fakeClock } from '@huying/testing/database';
import { type Person, type TestDistrict, testDistrict, testPassword } from '@huying/testing/org';
import { afterAll } from 'vitest';

export interface Asking {
  readonly body?: unknown;
  readonly cookie?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Leaves out the header that pages send with every write. */
  readonly bare?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
}

/** The whole program over a test's database, asked through its doors without a network. */
export interface TestProgram {
  readonly program: Program;
  readonly surface: Surface;
  readonly district: TestDistrict;
  ask(method: string, url: string, asking?: Asking): Promise<Answer>;
  /** Signs someone in and answers their cookie. */
  signIn(name: string, password?: string): Promise<string>;
  /** A new person with a post, signed in. */
  person(role: string, where?: Parameters<TestDistrict['person']>[1]): Promise<Person & { readonly cookie: string }>;
  /** Someone whose first password is not changed yet, signed in. */
  newcomer(): Promise<string>;
}

/** Call it at the top of a file, after `testDatabase`. */
export async function testProgram(db: Db): Promise<TestProgram> {
  const home = mkdtempSync(path.join(tmpdir(), 'huying-test-'));
  process.env.HUYING_HOME = home;
  const program = await openProgram({ apps, log: silentLog, database: { url: db.url, poolSize: 10 } });
  const tenant = '440199';
  const name = { zh: '清江区', en: 'Qingjiang District' };
  await createTenant(db, { code: tenant, name, zone: 'Asia/Shanghai' }, Date.now());
  const district = await testDistrict(db, tenant, fakeClock(Date.now() - 60_000));
  const surface = await program.surface();
  afterAll(async () => {
    await program.close();
    rmSync(home, { recursive: true, force: true });
  });

  async function ask(method: string, url: string, asking: Asking = {}): Promise<Answer> {
    const { body, cookie, headers, bare } = asking;
    const answer = await surface.app.inject({
      method: method as 'GET',
      url,
      headers: {
        ...(bare === true ? {} : { 'x-huying': '1' }),
        ...(cookie === undefined ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, json: jsonIn(answer.body) };
  }

  async function signIn(account: string, password = testPassword): Promise<string> {
    const { headers, status, text } = await ask('POST', '/api/sessions', { body: { name: account, password } });
    if (status !== 200) throw new Error(`Signing in was refused: ${text}`);
    return String(headers['set-cookie']).split(';')[0] ?? '';
  }

  return {
    program,
    surface,
    district,
    ask,
    signIn,
    async person(role, where) {
      const someone = await district.person(role, where);
      return { ...someone, cookie: await signIn(someone.actor.name) };
    },
    async newcomer() {
      const input = { name: `new${Date.now()}`, displayName: '新人', initialPassword: testPassword };
      await runOperation(district.services, createAccount, { ...district.system, input });
      return signIn(input.name);
    },
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
