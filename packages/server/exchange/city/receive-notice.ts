import { HuyingError, isHuyingError, type Words } from '@huying/kit/error';
import { type CaseServices, caseOperations } from '../../case/index.ts';
import { append, type Capacity, type Ctx, checkInput, inTenant } from '../../ledger/index.ts';
import { parametersOf } from '../../parameter/index.ts';
import { fingerprintOf } from './content.ts';
import { tellDesk } from './desk.ts';
import { wordTable } from './mapping.ts';
import { type CityCase, cityCase, claimExchange, countAttempt, findExchange } from './store.ts';
import { CityNotice, type NoticeKind } from './ticket.ts';

/** What became of a notice: an action of the case, a note on its timeline, or nothing new. */
export interface Noticed {
  readonly number: string;
  readonly status: 'acted' | 'noted' | 'repeated';
  readonly action?: string;
}

const LABELS: Readonly<Record<NoticeKind, Words>> = {
  'extension-granted': { zh: '市平台同意延期', en: 'The city granted the extension' },
  'extension-refused': { zh: '市平台不同意延期', en: 'The city refused the extension' },
  urged: { zh: '市平台催办', en: 'The city urges' },
  withdrawn: { zh: '市平台撤回工单', en: 'The city withdrew the ticket' },
  note: { zh: '市平台来函', en: 'A note of the city' },
};

/**
 * Takes what the city says of a ticket. Where the district's table names an action for it and the case's definition lets a
 * platform take it now, it is taken; otherwise the notice is kept on the timeline and told to whoever has the case on their
 * desk. `messageId` is the idempotency key. Throws request.invalid, exchange.numberUnknown, exchange.idReused.
 */
export async function receiveNotice(
  services: CaseServices,
  capacity: Capacity,
  notice: CityNotice,
  messageId: string,
): Promise<Noticed> {
  checkInput(CityNotice, notice);
  if (Number.isNaN(Date.parse(notice.at))) {
    const problem = { path: '/at', zh: '没有这个日期或时间。', en: 'There is no such date or time.' };
    throw new HuyingError('request.invalid', { count: 1 }, [problem]);
  }
  try {
    return await inTenant(services, capacity, (ctx) => take(ctx, services, notice, messageId, true));
  } catch (error) {
    // The action is barred now (a closed case cannot be urged): nothing of it was kept, and the notice is still the case's.
    if (!isHuyingError(error) || !error.code.startsWith('case.')) throw error;
    return inTenant(services, capacity, (ctx) => take(ctx, services, notice, messageId, false));
  }
}

async function take(
  ctx: Ctx,
  services: CaseServices,
  notice: CityNotice,
  messageId: string,
  acts: boolean,
): Promise<Noticed> {
  const { number, kind } = notice;
  const known = await cityCase(ctx.tx, ctx.tenant, number);
  if (known === undefined) throw new HuyingError('exchange.numberUnknown', { number });
  const key = `notice:${messageId}`;
  const fingerprint = fingerprintOf(services.keyring, ctx.tenant, notice);
  const action = acts ? await actionFor(ctx, services, kind, known) : undefined;
  const isNew = await claimExchange(
    ctx.tx,
    ctx.tenant,
    {
      id: ctx.id(),
      direction: 'in',
      kind,
      key,
      cityNumber: number,
      caseId: known.id,
      fingerprint,
      body: notice,
      status: action === undefined ? 'noted' : 'taken',
    },
    ctx.now,
  );
  if (!isNew) {
    const before = await findExchange(ctx.tx, ctx.tenant, 'in', key);
    if (!before?.fingerprint?.equals(fingerprint)) throw new HuyingError('exchange.idReused', { key: messageId });
    await countAttempt(ctx.tx, ctx.tenant, 'in', key);
    return { number, status: 'repeated' };
  }
  if (action !== undefined) {
    await caseOperations(services).act.run(ctx, {
      id: known.id,
      action: action.name,
      asked: askedOf(notice, action.asks),
    });
    return { number, status: 'acted', action: action.name };
  }
  await note(ctx, notice, known, key);
  return { number, status: 'noted' };
}

/** The action a notice stands for, where the case's type lets a platform take it at all. */
async function actionFor(
  ctx: Ctx,
  services: CaseServices,
  kind: NoticeKind,
  known: CityCase,
): Promise<{ readonly name: string; readonly asks: readonly string[] } | undefined> {
  const name = wordTable((await parametersOf(ctx, services.parameters)).at('exchange.cityActions', ctx.now))[kind];
  const type = services.product.definitions.find(({ id }) => id === known.type)?.type;
  const action = name === undefined ? undefined : type?.actions[name];
  if (name === undefined || action?.by.some(({ party }) => party === 'partner') !== true) return undefined;
  return { name, asks: Object.keys(action.ask ?? {}) };
}

/** What of a notice an action asks for, under the names a ticket uses. */
function askedOf(notice: CityNotice, asks: readonly string[]): Record<string, unknown> {
  const said: Record<string, unknown> = {
    note: notice.text,
    reason: notice.text,
    cityDue: notice.due === undefined ? undefined : Date.parse(notice.due),
  };
  return Object.fromEntries(Object.entries(said).filter(([name, value]) => asks.includes(name) && value !== undefined));
}

async function note(ctx: Ctx, notice: CityNotice, known: CityCase, key: string): Promise<void> {
  const { kind, text, due, at } = notice;
  const asked = due === undefined ? {} : { cityDue: Date.parse(due) };
  append(ctx, {
    subject: known.id,
    kind: 'case',
    what: 'cityNotice',
    visibility: 'internal',
    body: { label: LABELS[kind], text: text ?? null, asked, cityNumber: notice.number, notice: kind, at },
  });
  const deadline = due === undefined ? {} : { due: Date.parse(due) };
  await tellDesk(ctx, known, { what: 'cityNotice', label: LABELS[kind], key, ...deadline });
}
