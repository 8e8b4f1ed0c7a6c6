import { randomBytes } from 'node:crypto';
import { holidayYears } from '@huying/district/demo/calendar';
import { type Calendar, calendarOf } from '@huying/kit/calendar';
import type { Locale } from '@huying/kit/error';
import {
  type CaseOperations,
  type CaseServices,
  type CaseView,
  caseOperations,
  caseTimerHandler,
  openCode,
  type Receipt,
} from '@huying/server/case';
import { type Timekeeper, timekeeper } from '@huying/server/clock';
import type { Db } from '@huying/server/db';
import { openReadyAccount } from '@huying/server/identity';
import {
  type Capacity,
  type Ctx,
  type Entry,
  inTenant,
  type Operation,
  runOperation,
  theSystem,
  timeline,
} from '@huying/server/ledger';
import { changeOrg, insertOrg, type Post, type Unit } from '@huying/server/org';
import { setParameterOperation } from '@huying/server/parameter';
import { type RecordDraft, registryOperations } from '@huying/server/registry';
import { createTenant } from '@huying/server/tenant';
import { type FakeClock, fakeClock } from '@huying/testing/database';
import { testPasswordHash } from '@huying/testing/org';
import { conditions, demandClasses, duties, matters } from './dictionaries.ts';
import { type PersonName, plannedPosts, plannedUnits, type UnitCode } from './people.ts';
import { areas } from './places.ts';
import { caseServicesOver } from './services.ts';
import { ticketFields } from './ticket-fields.ts';

const years = holidayYears.filter(({ year }) => year === 2025 || year === 2026);
const rules = { zone: 'Asia/Shanghai', years };

export interface DistrictOptions {
  /** Default 440199. */
  readonly tenant?: string;
  /** Another district in the same database, whose program and clock this one shares. */
  readonly beside?: CaseDistrict;
  /** 32 bytes; by default a new one. Another program over the same database needs the same. */
  readonly masterKey?: Buffer;
  /** Default Wednesday 2026-07-01, 09:00, a working day. */
  readonly now?: string;
}

/** A message in the outbox. `to` names people of the district, for notices; else it is the recipient as kept. */
export interface Sent {
  readonly to: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
}

/** A small district at work. Everything a test does, it does as somebody. */
export interface CaseDistrict {
  readonly tenant: string;
  readonly services: CaseServices;
  readonly operations: CaseOperations;
  readonly clock: FakeClock;
  readonly calendar: Calendar;
  readonly units: Readonly<Record<UnitCode, string>>;
  readonly posts: Readonly<Record<PersonName, Post>>;
  /** Somebody of the district, by name; `system` is the program. */
  as(who: PersonName | 'system', locale?: Locale): Capacity;
  run<I, O>(who: PersonName | 'system', operation: Operation<I, O>, input: I, key?: string): Promise<O>;
  /** A ticket taken by the operator: a burst cover in the west, unless `fields` say otherwise (undefined leaves one out). */
  open(fields?: Readonly<Record<string, unknown>>): Promise<Receipt>;
  act(
    who: PersonName | 'system',
    ticket: Pick<Receipt, 'id'>,
    action: string,
    asked?: Record<string, unknown>,
  ): Promise<Receipt>;
  view(who: PersonName, ticket: Pick<Receipt, 'id'>): Promise<CaseView>;
  /** The whole ledger of a subject, internal entries too. */
  ledger(subject: string): Promise<Entry[]>;
  /** What is to leave, of one kind, in order: notices with the names of those they go to. */
  sent(kind: 'notice' | 'sms' | 'city'): Promise<readonly Sent[]>;
  /** The one-time codes sent for a case, oldest first. */
  codes(ticket: Pick<Receipt, 'id'>): Promise<readonly string[]>;
  /** Work in a transaction of the district, as the program. */
  inside<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
  /** Fires what is due; any number may be made. */
  timekeeper(): Timekeeper;
  /** Moves the clock to a local time, `2026-07-02 08:30`. */
  at(local: string): void;
}

/** Sets up a district with its people, places, dictionaries and calendar. Several fit in one database, under codes of their own. */
export async function testDistrict(db: Db, options: DistrictOptions = {}): Promise<CaseDistrict> {
  const { tenant = '440199', beside } = options;
  const clock = beside?.clock ?? fakeClock(options.now ?? '2026-07-01T09:00:00+08:00');
  const services = beside?.services ?? (await caseServicesOver(db, clock.now, options.masterKey ?? randomBytes(32)));
  const operations = beside?.operations ?? caseOperations(services);
  const since = clock.now();
  const capacity: Capacity = { tenant, actor: theSystem };
  await createTenant(db, { code: tenant, name: { zh: '清江区', en: 'Qingjiang' }, zone: 'Asia/Shanghai' }, since);
  const passwordHash = await testPasswordHash();
  const { units, posts } = await inTenant(services, capacity, async (ctx) => {
    const people = await seedPeople(ctx, passwordHash);
    await setParameterOperation(services.parameters).run(ctx, {
      name: 'base.calendar',
      value: rules,
      reason: '国务院办公厅通知',
    });
    const { importRecords } = registryOperations(services.product.registries, services.registries);
    const enter = async (registry: string, records: readonly RecordDraft[]) => {
      const done = await importRecords.run(ctx, { registry, records: [...records], source: '清江区', reason: '试用' });
      if (done.errors.length > 0) throw new Error(`${registry}: ${JSON.stringify(done.errors[0])}`);
    };
    await enter('area', areas);
    await enter('matter', matters);
    await enter('condition', conditions);
    await enter('demand-class', demandClasses);
    await enter('duty', duties(people.units));
    return people;
  });

  const district: CaseDistrict = {
    tenant,
    services,
    operations,
    clock,
    calendar: calendarOf(rules),
    units,
    posts,
    as(who, locale = 'zh') {
      if (who === 'system') return { ...capacity, locale };
      const { id, account } = posts[who];
      return { tenant, locale, actor: { kind: 'person', account, post: id, name: who } };
    },
    run: (who, operation, input, key) =>
      runOperation(services, operation, { ...district.as(who), input, ...(key === undefined ? {} : { key }) }),
    open: (fields = {}) => district.run('operator', operations.open, { type: 'ticket', fields: ticketFields(fields) }),
    act: (who, { id }, action, asked = {}) => district.run(who, operations.act, { id, action, asked }),
    view: (who, { id }) => district.run(who, operations.read, { id }),
    ledger: (subject) => district.inside((ctx) => timeline(ctx, subject, { for: 'internal' })),
    async sent(kind) {
      const rows = await district.inside(({ tx }) =>
        tx.rows<{ recipient: string; body: Record<string, unknown> }>(
          'select recipient, body from outbox where tenant = $1 and kind = $2 order by created_at, id',
          [tenant, kind],
        ),
      );
      const nameOf = ({ post }: { post: string }) =>
        Object.entries(posts).find(([, one]) => one.id === post)?.[0] ?? post;
      return rows.map(({ recipient, body }) => {
        const recipients = body.recipients as { post: string }[] | undefined;
        return { to: recipients === undefined ? [recipient] : recipients.map(nameOf).sort(), body };
      });
    },
    async codes({ id }) {
      const sent = (await district.sent('sms')).filter(({ body }) => body.case === id && body.template === 'code');
      return sent.map(({ body: { params } }) => {
        const { code } = params as { readonly code: unknown };
        return openCode(services.keyring, tenant, id, code) ?? '';
      });
    },
    inside: (work) => inTenant(services, capacity, work),
    timekeeper: () => timekeeper(services, { case: caseTimerHandler(services) }),
    at: (local) => clock.set(`${local.replace(' ', 'T')}:00+08:00`),
  };
  return district;
}

async function seedPeople(ctx: Ctx, passwordHash: string) {
  await changeOrg(ctx);
  const period = { from: ctx.now, to: null };
  const units = Object.fromEntries(Object.keys(plannedUnits).map((code) => [code, ctx.id()])) as Record<
    UnitCode,
    string
  >;
  const rows: Unit[] = [];
  for (const [code, plan] of Object.entries(plannedUnits)) {
    const parent = rows.find((row) => row.code === plan.parent);
    rows.push({
      id: units[code as UnitCode],
      parent: parent?.id ?? null,
      path: `${parent?.path ?? ''}/${code}`,
      code,
      kind: plan.kind,
      name: { zh: plan.zh, en: code },
      area: 'area' in plan ? plan.area : null,
      ...period,
    });
  }
  const posts = {} as Record<PersonName, Post>;
  for (const [name, plan] of Object.entries(plannedPosts)) {
    const account = ctx.id();
    await openReadyAccount(ctx.tx, ctx.now, {
      id: account,
      name: `${name}-${ctx.tenant}`,
      displayName: name,
      locale: 'zh',
      passwordHash,
      home: ctx.tenant,
    });
    const area = 'area' in plan ? plan.area : null;
    posts[name as PersonName] = { id: ctx.id(), account, unit: units[plan.unit], role: plan.role, area, ...period };
  }
  await insertOrg(ctx.tx, ctx.tenant, rows, Object.values(posts));
  return { units, posts };
}
