import type { Words } from '@huying/kit/error';
import { type PromiseNames, promiseNames } from './promise-names.ts';
import type { PromiseRecord } from './promise-record.ts';
import { kindOf, type PromiseServices } from './promise-services.ts';
import type { PromiseRow } from './promise-view.ts';
import type { PromiseWorld } from './promise-world.ts';
import { shownLight } from './shown-light.ts';

/** What somebody is shown of lights and figures: those who see only what is published see them where the district shows them. */
export function showsLights(world: PromiseWorld): boolean {
  return world.promises.reach === 'promises' || world.setting<string>('promise.lightsPublic', 'no') === 'yes';
}

/** Targets whose figures the statistics office releases. */
export const ECONOMIC = 'indicator';

/**
 * The same of a kind of promise: how far an economic target is would tell of figures that the statistics office has not released, so that nobody
 * who sees only what is published sees, counts or finds it by its light.
 */
export function showsLightsOf(world: PromiseWorld, kind: string): boolean {
  return showsLights(world) && (world.promises.reach === 'promises' || kind !== ECONOMIC);
}

/** Promises as lists show them, in words of both languages. */
export function promiseRows(
  services: PromiseServices,
  world: PromiseWorld,
  records: readonly PromiseRecord[],
): PromiseRow[] {
  const names = promiseNames(world);
  return records.map((record) => rowOf(services, world, names, record));
}

export function rowOf(
  services: PromiseServices,
  world: PromiseWorld,
  names: PromiseNames,
  record: PromiseRecord,
): PromiseRow {
  const { words } = services.product;
  const kind = kindOf(services, record.kind);
  const shows = showsLightsOf(world, kind.id);
  const say = (path: string, zh: string): Words => words[`promises/${kind.id}${path}`] ?? { zh, en: zh };
  return {
    id: record.id,
    number: record.number,
    year: record.year,
    kind: { id: kind.id, label: say('', kind.name) },
    state: {
      id: record.state,
      label: say(`/states/${record.state}`, kind.states[record.state] ?? record.state),
    },
    title: record.title,
    section: record.section,
    domain: record.domain,
    lead: names.unit(record.leadUnit),
    leader: record.leader === null ? null : { post: record.leader, name: names.person(record.leader) ?? '' },
    due: record.due,
    issuedOn: record.issuedOn,
    official: record.official,
    saying: sayingOf(record, say(`/completion/${record.official}`, kind.completionWords[record.official]), shows),
    evidence: record.evidence,
    schedule: record.schedule,
    light: shows ? shownLight(record) : null,
    rate: shows ? record.rate : null,
    expected: shows ? record.expected : null,
    growthPoints: shows ? numberIn(record.lightInputs?.growthPoints) : null,
    met: shows && typeof record.lightInputs?.met === 'boolean' ? record.lightInputs.met : null,
    disagrees: world.promises.reach === 'promises' && record.disagreements.length > 0,
    published: record.publishedAt !== null,
    sparkline: shows ? [...record.sparkline] : [],
    path: shows ? [...record.path] : [],
    area: record.area,
    longitude: record.longitude,
    latitude: record.latitude,
    weight: record.weight,
    version: record.version,
  };
}

const TO_BE_VERIFIED: Words = { zh: '待核实', en: 'To be verified' };

/** Done by the unit's word alone reads 待核实 to those who see only what is published. */
function sayingOf({ official, evidence }: PromiseRecord, words: Words, inside: boolean): Words {
  const saysDone = official === 'done' || official === 'basically-done';
  return !inside && saysDone && evidence !== 'full' ? TO_BE_VERIFIED : words;
}

function numberIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
