import { demoDistrict } from '@huying/district/demo';
import { areas } from '@huying/district/demo/area';
import { holidayYears } from '@huying/district/demo/calendar';
import { dutyRules, takenBack } from '@huying/district/demo/duties';
import { demandClasses, filingConditions, matterClasses, matters } from '@huying/district/demo/matters';
import { type DemoUnit, people, units } from '@huying/district/demo/org';
import type { CaseServices } from '../case/index.ts';
import { hashPassword, openReadyAccount } from '../identity/index.ts';
import type { Ctx } from '../ledger/index.ts';
import { changeOrg, insertOrg, type Post, type Unit, type UnitKind } from '../org/index.ts';
import { setParameterOperation } from '../parameter/index.ts';
import { type RecordDraft, registryOperations } from '../registry/index.ts';
import { registerTenant } from '../tenant/index.ts';

/** The password of every account of the demo district. It is an exercise: a district of one's own starts without any account. */
export const DEMO_PASSWORD = 'Huying-2026';

/** Sets up the invented district as it stood at an instant, in one transaction: units and people, areas, matters, duties, calendar. */
export async function seedDistrict(ctx: Ctx, services: CaseServices, since: number): Promise<void> {
  const then: Ctx = { ...ctx, now: since };
  await registerTenant(ctx.tx, demoDistrict, since);
  await setParameterOperation(services.parameters).run(then, {
    name: 'base.calendar',
    value: { zone: demoDistrict.zone, years: holidayYears },
    reason: '国务院办公厅放假通知',
  });
  const unitIds = await seedPeople(then, services);
  await seedRegistries(then, services, unitIds);
  services.registries.forget(ctx.tenant);
}

async function seedPeople(ctx: Ctx, services: CaseServices): Promise<ReadonlyMap<string, string>> {
  const since = ctx.now;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await changeOrg(ctx);
  const ids = new Map(units.map(({ code }) => [code, ctx.id()]));
  const paths = new Map<string, string>();
  const rows = units.map((unit): Unit => {
    const path = `${unit.parent === null ? '' : (paths.get(unit.parent) ?? '')}/${unit.code}`;
    paths.set(unit.code, path);
    return {
      id: ids.get(unit.code) ?? '',
      parent: unit.parent === null ? null : (ids.get(unit.parent) ?? null),
      path,
      code: unit.code,
      kind: KINDS[unit.kind],
      name: unit.name,
      area: unit.area ?? null,
      from: since,
      to: null,
    };
  });
  const posts: Post[] = [];
  for (const person of people) {
    const account = ctx.id();
    const { name, displayName } = person;
    // As of now: a password as old as the district would have to be changed at the first sign-in.
    await openReadyAccount(ctx.tx, services.now(), {
      id: account,
      name,
      displayName: displayName.zh,
      locale: 'zh',
      home: ctx.tenant,
      passwordHash,
    });
    for (const { unit, role, area } of person.posts) {
      // Platforms sign in at a door of their own, with a key and not through a post.
      if (services.product.roles[role] === undefined) continue;
      const id = ctx.id();
      posts.push({ id, account, unit: ids.get(unit) ?? '', role, area: area ?? null, from: since, to: null });
    }
  }
  await insertOrg(ctx.tx, ctx.tenant, rows, posts);
  return ids;
}

const KINDS: Readonly<Record<DemoUnit['kind'], UnitKind>> = {
  government: 'district',
  centre: 'centre',
  department: 'department',
  division: 'department',
  institution: 'department',
  office: 'department',
  company: 'company',
  street: 'street',
  community: 'community',
};

async function seedRegistries(ctx: Ctx, services: CaseServices, unitIds: ReadonlyMap<string, string>): Promise<void> {
  const { importRecords } = registryOperations(services.product.registries, services.registries);
  const enter = async (registry: string, records: readonly RecordDraft[], source: string) => {
    const given = { registry, records: [...records], from: ctx.now, source, reason: '演示区初始数据' };
    const { errors } = await importRecords.run(ctx, given);
    // The demo's own data is never half there: what does not fit is a fault of the program.
    if (errors.length > 0) throw new Error(`${registry}: ${JSON.stringify(errors.slice(0, 3))}`);
  };

  await enter(
    'area',
    areas
      .filter(({ level }) => level !== 'district')
      .map(({ code, level, parent, name, polygon }) => ({
        code,
        parent: level === 'street' ? null : parent,
        name,
        data: { polygon: JSON.stringify({ type: 'MultiPolygon', coordinates: polygon }) },
      })),
    '清江区网格划分',
  );
  await enter(
    'matter',
    [
      ...matterClasses.map(({ kind, code, name }) => ({
        code: `${kind}:${code}`,
        parent: null,
        name,
        data: { kind },
      })),
      ...matters.map(({ id, kind, code, name }) => ({
        code: id,
        parent: `${kind}:${code.slice(0, 2)}`,
        name,
        data: { kind },
      })),
    ],
    'GB/T 47678.5-2026（转录，未与印本核对）',
  );
  await enter(
    'condition',
    filingConditions.map(({ code, matter, name, stages, closing }) => ({
      code,
      parent: null,
      name,
      data: { matter, limit: stages.map(({ limit }) => limit).join(';'), closing: closing.zh },
    })),
    '清江区立案条件',
  );
  await enter(
    'demand-class',
    demandClasses.flatMap(({ code, name, items }) => [
      { code, parent: null, name, data: {} },
      ...items.map((item) => ({
        code: item.code,
        parent: code,
        name: item.name,
        data: item.matter === undefined ? {} : { matter: item.matter },
      })),
    ]),
    '清江区热线诉求分类',
  );
  await enter('duty', dutyRecords(unitIds), '清江区派单职责目录');
}

function dutyRecords(unitIds: ReadonlyMap<string, string>): readonly RecordDraft[] {
  const unit = (code: string) => unitIds.get(code) ?? '';
  const back = takenBack.map(({ matters: about, name, by }, index): RecordDraft => {
    const data = {
      order: index,
      matters: about.join(' '),
      leadIn: 'unit',
      lead: unit(by),
      basis: `上级收回：${name.zh}`,
      takenBack: 'yes',
    };
    return { code: `B${String(index + 1).padStart(3, '0')}`, parent: null, name, data };
  });
  const lines = dutyRules.map((rule, index): RecordDraft => {
    const everywhere = rule.areas.includes(demoDistrict.code);
    const data = {
      order: 1000 + index,
      matters: rule.matters.join(' '),
      ...(everywhere ? {} : { areas: rule.areas.join(' ') }),
      ...(rule.condition === undefined ? {} : { when: JSON.stringify(rule.condition) }),
      leadIn: 'unit',
      lead: unit(rule.lead),
      ...(rule.assisting.length === 0 ? {} : { assisting: rule.assisting.map(unit) }),
      basis: rule.basis.zh,
      takenBack: 'no',
    };
    return { code: rule.code, parent: null, name: rule.basis, data };
  });
  return [...back, ...lines];
}
