import type { CalendarRules } from '@huying/kit/calendar';
import { HuyingError, type Words } from '@huying/kit/error';
import { type Operation, runOperation, type Services, theSystem } from '../../ledger/index.ts';
import { createUnit, orgOf } from '../../org/index.ts';
import type { setParameterOperation } from '../../parameter/index.ts';
import type { RecordDraft, RegistryOperations, RegistryViews } from '../../registry/index.ts';
import { createTenant, findTenant, withTenant } from '../../tenant/index.ts';
import { matterCode, unitCode } from './foreign-code.ts';
import type { HolidayList, RequestMapping } from './mapping.ts';
import { type RequestAreas, requestAreas } from './request-areas.ts';
import type { RequestSource } from './request-source.ts';

/** What an import needs besides what every operation has. */
export interface ImportServices extends Services {
  readonly registries: RegistryViews;
  readonly importRecords: RegistryOperations['importRecords'];
  readonly setParameter: ReturnType<typeof setParameterOperation>;
  /** The registry whose codes say what a request is about; its levels take the mapping's `matter` columns. */
  readonly classification: string;
}

/** What comes with the requests holds for as long as anyone asked: their time is before the district was set up here. */
const always = 0;

/**
 * Makes the district of an import where it is not there yet: the district in its zone, its calendar and what else it sets, its root unit.
 * What is there is left as it is.
 * @throws `import.districtDiffers` when it is there in another zone.
 */
export async function setUpDistrict(services: ImportServices, tenant: string, source: RequestSource): Promise<void> {
  const { mapping, holidays } = source;
  const { name, zone } = mapping.district;
  const there = await withTenant(services.db, tenant, (tx) => findTenant(tx, tenant));
  if (there && there.zone !== zone) {
    throw new HuyingError('import.districtDiffers', { district: tenant, there: there.zone, given: zone });
  }
  if (!there) await createTenant(services.db, { code: tenant, name, zone }, services.now());
  const root = await withTenant(services.db, tenant, async (tx) => (await orgOf({ tx, tenant })).root);
  if (root) return;
  const reason = `${mapping.source} · ${holidays.source}`.slice(0, 500);
  const settings = { ...mapping.district.parameters, 'base.calendar': calendarRules(mapping, holidays) };
  for (const [name, value] of Object.entries(settings)) {
    await run(services, tenant, services.setParameter, { name, value, reason });
  }
  // The root unit comes last: it tells that the setting up was finished.
  await run(services, tenant, createUnit, {
    parent: null,
    code: unitCode(tenant),
    kind: 'district',
    name,
    from: always,
  });
}

/** The working time of a mapping's district as the parameter `base.calendar` holds it. */
export function calendarRules({ district }: RequestMapping, { years, days }: HolidayList): CalendarRules {
  const hours = district.calendar.hours.map(([from, to]) => ({ from, to }));
  return {
    zone: district.zone,
    weekend: district.calendar.weekend as NonNullable<CalendarRules['weekend']>,
    hours,
    closeOfDay: hours[hours.length - 1]?.to ?? '18:00',
    years: years.map((year) => ({
      year,
      complete: true,
      days: days
        .filter(({ date }) => date.startsWith(`${year}-`))
        .map(({ date, name }) => ({ date, name, isOffDay: true })),
    })),
  };
}

/** Enters the areas of a source in the registry `area`, street by street with a community and a cell each. Answers null where the mapping names none. */
export async function setUpAreas(
  services: ImportServices,
  tenant: string,
  { mapping, areas }: RequestSource,
): Promise<RequestAreas | null> {
  if (!mapping.areas) return null;
  const known = await withTenant(services.db, tenant, async (tx) => {
    const view = await services.registries.current(tx, tenant, services.now());
    return new Map(view.children('area', null, services.now()).map(({ code, name }) => [name.en, code]));
  });
  const named = requestAreas(areas, mapping.areas, known);
  const records = named.areas.flatMap(({ name, street, community, cell, geometry }): RecordDraft[] => {
    const words = { zh: name, en: name };
    return [
      { code: street, parent: null, name: words, data: {} },
      { code: community, parent: street, name: words, data: {} },
      { code: cell, parent: community, name: words, data: { polygon: JSON.stringify(geometry) } },
    ];
  });
  await enter(services, tenant, 'area', records, mapping);
  return named;
}

/** Enters matters, each with those above it, under the codes of `matterCode`. */
export async function setUpMatters(
  services: ImportServices,
  tenant: string,
  matters: readonly (readonly string[])[],
  mapping: RequestMapping,
): Promise<void> {
  const records = new Map<string, RecordDraft>();
  for (const names of matters) {
    names.forEach((name, depth) => {
      const code = matterCode(names.slice(0, depth + 1));
      const parent = depth === 0 ? null : matterCode(names.slice(0, depth));
      records.set(code, { code, parent, name: { zh: name, en: name }, data: {} });
    });
  }
  await enter(services, tenant, services.classification, [...records.values()], mapping);
}

/** Makes sure of the units that rows name, below the root; answers their ids by the name in the file. */
export async function setUpUnits(
  services: ImportServices,
  tenant: string,
  names: readonly string[],
  mapping: RequestMapping,
): Promise<ReadonlyMap<string, string>> {
  const org = await withTenant(services.db, tenant, (tx) => orgOf({ tx, tenant }));
  const ids = new Map<string, string>();
  for (const name of names) {
    const code = unitCode(name);
    const there = org.unitByCode(code);
    ids.set(name, there?.id ?? (await addUnit(services, tenant, org.root?.id ?? null, code, wordsOf(name, mapping))));
  }
  return ids;
}

async function addUnit(
  services: Services,
  tenant: string,
  parent: string | null,
  code: string,
  name: Words,
): Promise<string> {
  const unit = await run(services, tenant, createUnit, { parent, code, kind: 'department', name, from: always });
  return unit.id;
}

function wordsOf(name: string, { district }: RequestMapping): Words {
  const known = district.units && Object.hasOwn(district.units, name) ? district.units[name] : undefined;
  return known ?? { zh: name.slice(0, 80), en: name };
}

async function enter(
  services: ImportServices,
  tenant: string,
  registry: string,
  records: readonly RecordDraft[],
  mapping: RequestMapping,
): Promise<void> {
  const { errors } = await run(services, tenant, services.importRecords, {
    registry,
    records: [...records],
    from: always,
    source: mapping.source,
    reason: mapping.source,
  });
  if (errors.length === 0) return;
  const problems = errors.map(({ code, path, zh, en }) => ({ path: `/${code}${path}`, zh, en }));
  throw new HuyingError('import.mapping', { count: problems.length }, problems);
}

function run<I, O>(services: Services, tenant: string, operation: Operation<I, O>, input: I): Promise<O> {
  return runOperation(services, operation, { tenant, actor: theSystem, input });
}
