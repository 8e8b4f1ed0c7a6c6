import { randomInt } from 'node:crypto';
import { HuyingError } from '@huying/kit/error';
import { plainText } from '@huying/kit/field';
import { Type } from 'typebox';
import { defineOperation, enqueueOutbox, timeline } from '../ledger/index.ts';
import { type CaseServices, pinnedDefinition } from './case-services.ts';
import { caseLight, clockViews } from './clock-views.ts';
import { codeExpiry, keepCode, tryCode } from './follow.store.ts';
import { sealCode } from './follow-code.ts';
import { namesFor } from './names.ts';
import { phoneIndex } from './sealing.ts';
import { caseByNumber, findCase, phoneMatches } from './store.ts';
import { textsOf } from './view.ts';
import { worldOf } from './world.ts';

const LASTS_MS = 10 * 60_000;
/** A new code is sent again after a minute at the earliest. */
const AGAIN_AFTER_MS = 60_000;
const MOST_TRIES = 5;

const words = Type.Object({ zh: Type.String(), en: Type.String() });
const number = Type.String({ minLength: 5, maxLength: 40 });

/**
 * Sends a code to the telephone a case was opened with, if number and telephone belong together. The answer is the same
 * either way, so that nobody learns from it whose a number is.
 */
export function askCodeOperation(services: CaseServices) {
  return defineOperation({
    name: 'case.askCode',
    summary: { zh: '获取查询验证码', en: 'Ask for a code to follow a case' },
    input: Type.Object(
      { number, phone: Type.String({ minLength: 5, maxLength: 30 }) },
      { additionalProperties: false },
    ),
    output: Type.Object({ sent: Type.Literal(true), lastsMinutes: Type.Integer() }),
    async run(ctx, input) {
      const answer = { sent: true as const, lastsMinutes: LASTS_MS / 60_000 };
      const id = await caseByNumber(ctx.tx, ctx.tenant, plainText(input.number));
      if (id === undefined) return answer;
      if (!(await phoneMatches(ctx.tx, ctx.tenant, id, phoneIndex(services, ctx.tenant, input.phone)))) return answer;
      const before = await codeExpiry(ctx.tx, ctx.tenant, id);
      if (before !== null && before - LASTS_MS + AGAIN_AFTER_MS > ctx.now) return answer;
      const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
      await keepCode(ctx.tx, ctx.tenant, id, hashOf(services, ctx.tenant, id, code), ctx.now + LASTS_MS);
      enqueueOutbox(ctx, {
        kind: 'sms',
        to: id,
        key: `code:${id}:${ctx.now}`,
        body: {
          case: id,
          template: 'code',
          params: { number: plainText(input.number), code: sealCode(services.keyring, ctx.tenant, id, code) },
        },
      });
      return answer;
    },
  });
}

/** What the public sees of a case: its public timeline, its promise, its answer. Needs the number and the code sent. */
export function followOperation(services: CaseServices) {
  return defineOperation({
    name: 'case.follow',
    summary: { zh: '凭编号和验证码查询', en: 'Follow a case by number and code' },
    input: Type.Object({ number, code: Type.String({ pattern: '^[0-9]{6}$' }) }, { additionalProperties: false }),
    output: Type.Object({
      /** False for a wrong number or code; the refusal itself is given after the try was counted. */
      found: Type.Boolean(),
      number: Type.String(),
      title: Type.String(),
      state: Type.Union([words, Type.Null()]),
      result: Type.Union([words, Type.Null()]),
      openedAt: Type.String(),
      promised: Type.Union([Type.String(), Type.Null()]),
      due: Type.Union([Type.String(), Type.Null()]),
      light: Type.String(),
      sentence: Type.Union([words, Type.Null()]),
      timeline: Type.Array(
        Type.Object({
          at: Type.String(),
          label: words,
          texts: Type.Array(Type.Object({ label: words, text: words })),
        }),
      ),
    }),
    async run(ctx, input) {
      const id = await caseByNumber(ctx.tx, ctx.tenant, plainText(input.number));
      const right =
        id !== undefined &&
        (await tryCode(ctx.tx, ctx.tenant, id, hashOf(services, ctx.tenant, id, input.code), ctx.now, MOST_TRIES));
      const record = right ? await findCase(ctx.tx, ctx.tenant, id) : undefined;
      // Not thrown: a rollback would take back the try that was counted.
      if (record === undefined) return NOT_FOUND;
      const world = await worldOf(ctx, services);
      const typed = await pinnedDefinition(ctx.tx, record.definition);
      const { type, words: said } = typed;
      const entries = await timeline(ctx, record.id, { for: 'public' });
      const names = namesFor('public', world);
      const promise = clockViews(typed, record, world).find((clock) => clock.citizens);
      return {
        found: true,
        number: record.number,
        title: String(record.data[type.roles.title] ?? ''),
        state: said[`${type.id}/states/${record.state}`] ?? null,
        result: record.result === null ? null : (said[`${type.id}/results/${record.result}`] ?? null),
        openedAt: new Date(record.openedAt).toISOString(),
        promised: promise?.promised ?? promise?.due ?? null,
        due: promise?.due ?? null,
        light: caseLight(typed, record, world),
        sentence: promise?.sentence ?? null,
        timeline: entries.map((entry) => {
          const action = type.actions[entry.what];
          const body = entry.body as { readonly asked?: Parameters<typeof textsOf>[2] };
          const shown = Object.entries(body.asked ?? {}).filter(([name]) => action?.publicAsks?.includes(name));
          return {
            at: new Date(entry.at).toISOString(),
            label:
              entry.what === 'open'
                ? { zh: '已登记', en: 'Registered' }
                : (said[`${type.id}/actions/${entry.what}/public`] ?? { zh: '', en: '' }),
            texts: textsOf(typed, entry.what, Object.fromEntries(shown), names, new Set()),
          };
        }),
      };
    },
  });
}

const NOT_FOUND = {
  found: false,
  number: '',
  title: '',
  state: null,
  result: null,
  openedAt: '',
  promised: null,
  due: null,
  light: 'done',
  sentence: null,
  timeline: [],
};

/** Turns the answer of `case.follow` into the refusal it stands for. Throws `case.follow`. */
export function requireFound<T extends { readonly found: boolean }>(answer: T): T {
  if (!answer.found) throw new HuyingError('case.follow');
  return answer;
}

/** Keyed: of six digits, a plain hash would tell the code to whoever reads the table. */
function hashOf({ keyring }: CaseServices, tenant: string, id: string, code: string): Buffer {
  return keyring.blindIndex(tenant, 'follow-code', `${id} ${code}`);
}
