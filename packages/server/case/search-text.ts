import type { CaseRecord, CaseType, Value, Values } from '@huying/kit/case';
import { isPersonal } from '@huying/kit/field';
import type { Ctx } from '../ledger/index.ts';
import type { RegistryView } from '../registry/index.ts';
import { addText, type PlainText, plainTextOf } from '../search/index.ts';
import type { World } from './world.ts';

/** What of a case it is found by. */
export interface Findable {
  readonly number: string;
  readonly externalNumber: string | null;
  readonly area: string | null;
  readonly involved: readonly string[];
  readonly data: Values;
}

/** The field another platform's number stands in. */
const CITY_NUMBER = 'cityNumber';

const fieldsOf = new WeakMap<CaseType, readonly string[]>();

/** Texts given when a case is opened: words of its own, nothing personal, no numbers. The title comes first. */
function textFields(type: CaseType): readonly string[] {
  const { fields, intake, roles } = type;
  let names = fieldsOf.get(type);
  if (names === undefined) {
    const texts = intake.filter((name) => {
      const field = fields[name];
      return field?.kind === 'text' && !isPersonal(field) && name !== CITY_NUMBER && name !== roles.title;
    });
    names = [roles.title, ...texts];
    fieldsOf.set(type, names);
  }
  return names;
}

/** What is written in a case that it is found by: the title, the address, other texts. */
export function textsOf(type: CaseType, data: Values): readonly string[] {
  const [title, ...texts] = textFields(type).map((field) => textIn(data[field]));
  const spot = data[type.roles.place];
  const address = spot !== null && typeof spot === 'object' && 'address' in spot ? textIn(spot.address as Value) : '';
  return [title ?? '', address, ...texts];
}

function textIn(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A case as it is searched: its words, where it is and what it is about by name, its numbers. Names are those that hold now. */
export function searchTextOf(type: CaseType, found: Findable, registry: RegistryView, now: number): PlainText {
  const { data, area } = found;
  const name = (book: string, code: Value | undefined) =>
    typeof code === 'string' ? (registry.last(book, code, now)?.name.zh ?? '') : '';
  const [title = '', address = '', ...texts] = textsOf(type, data);
  const areas = area === null ? [] : areasOf(area, registry, now);
  const names = [
    ...areas.map((code) => name('area', code)),
    name('matter', data[type.roles.matter]),
    name('demand-class', data.demandClass),
  ];
  return plainTextOf({
    words: [title, ...texts, address],
    names,
    sounds: [title, address],
    numbers: [found.number, found.externalNumber ?? '', textIn(data[CITY_NUMBER])],
    scopes: [...areas, ...found.involved],
  });
}

/** The title alone. */
export function titleTextOf(title: string): PlainText {
  return plainTextOf({ words: [title], names: [], sounds: [title], numbers: [], scopes: [] });
}

/** An area and all it lies in; of a code the registry does not know, every code it may lie in. */
function areasOf(area: string, registry: RegistryView, now: number): readonly string[] {
  const known = registry.last('area', area, now);
  if (known !== undefined) return known.path.split('/').filter(Boolean);
  return Array.from(area, (_, at) => area.slice(0, at + 1));
}

/** The scopes one of which every case within a reach has; what is left out here is not within it, what is not may still not be. */
export function scopesOf({ reach, registry, context }: World): readonly (readonly string[])[] {
  if (reach.reach === 'none') return [[]];
  // Their types are no words of the index: what it finds is sifted by the reach.
  if (reach.reach === 'types') return [];
  const area =
    reach.area !== null && registry.last('area', reach.area, context.now) !== undefined ? [[reach.area]] : [];
  return reach.units === 'all' ? area : [...area, reach.units];
}

/** Makes a step findable, in its transaction; a step that changed nothing a case is found by costs nothing. */
export function indexStep(
  ctx: Ctx,
  { registry }: World,
  type: CaseType,
  before: CaseRecord | null,
  record: CaseRecord,
  externalNumber: string | null,
): void {
  if (before !== null && !findsChanged(type, before, record)) return;
  const { id, openedAt: at } = record;
  const text = searchTextOf(type, { ...record, externalNumber }, registry, ctx.now);
  ctx.tx.write(addText, { tenant: ctx.tenant, row: ctx.id(), id, at, text });
}

function findsChanged(type: CaseType, before: CaseRecord, record: CaseRecord): boolean {
  const { place, matter } = type.roles;
  const names = [...textFields(type), place, matter, 'demandClass', CITY_NUMBER];
  if (before.area !== record.area || before.involved.length !== record.involved.length) return true;
  return names.some((name) => before.data[name] !== record.data[name]);
}
