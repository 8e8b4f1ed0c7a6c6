import { versionAt } from '@huying/kit/registry';
import { type Area, type AreaIndex, type AreaLevel, areaIndex } from './area-index.ts';
import { type RecordReading, type RegistryRecord, readingOf } from './record.ts';

/** A district's registries in memory, for choices and rules. Every question names the instant it is asked for. */
export interface RegistryView {
  /** Tells one state of the registries from another. */
  readonly stamp: string;
  /** The record of a code as it holds at the instant; undefined before it began, after it was retired and where it never was. */
  get(registry: string, code: string, at: number): RecordReading | undefined;
  /** What a code last said by the instant, retired or not: how old work shows its codes. */
  last(registry: string, code: string, at: number): RecordReading | undefined;
  /** The records right below a parent (null: the top), in the order of their codes. */
  children(registry: string, parent: string | null, at: number): readonly RecordReading[];
  /** All records that hold, in the order of their paths. */
  all(registry: string, at: number): readonly RecordReading[];
  /** Records whose code begins with the words or whose name holds them, those that begin with them first; at most `limit`. */
  search(registry: string, words: string, at: number, limit: number): readonly RecordReading[];
  /** Where points lie, by the outlines (`data.polygon`, GeoJSON text) of the registry `area` that hold at the instant. */
  areas(at: number): AreaIndex;
}

const areaLevels: readonly AreaLevel[] = ['street', 'community', 'cell'];

export function registryView(records: readonly RegistryRecord[], stamp: string): RegistryView {
  const byRegistry = new Map<string, Map<string, RegistryRecord>>();
  const byParent = new Map<string, RegistryRecord[]>();
  for (const record of records) {
    const registry = byRegistry.get(record.registry) ?? new Map<string, RegistryRecord>();
    byRegistry.set(record.registry, registry.set(record.code, record));
    const key = keyOf(record.registry, record.parent);
    byParent.set(key, [...(byParent.get(key) ?? []), record]);
  }
  for (const siblings of byParent.values()) siblings.sort((a, b) => order(a.code, b.code));
  let areas: { readonly index: AreaIndex; readonly from: number; readonly until: number } | undefined;

  const view: RegistryView = {
    stamp,
    get(registry, code, at) {
      const record = byRegistry.get(registry)?.get(code);
      return record && holding([record], at)[0];
    },
    last(registry, code, at) {
      const record = byRegistry.get(registry)?.get(code);
      const said = record?.versions.filter((one) => one.effectiveFrom <= at && one.validTo !== one.effectiveFrom);
      const latest = said?.sort((a, b) => b.effectiveFrom - a.effectiveFrom)[0];
      return record && latest && readingOf(record, latest);
    },
    children: (registry, parent, at) => holding(byParent.get(keyOf(registry, parent)) ?? [], at),
    all: (registry, at) => holding([...(byRegistry.get(registry)?.values() ?? [])], at),
    search(registry, words, at, limit) {
      const sought = words.trim().toLowerCase();
      const rank = ({ code, name }: RecordReading) => {
        const names = [name.zh.toLowerCase(), name.en.toLowerCase()];
        if (code.toLowerCase().startsWith(sought) || names.some((one) => one.startsWith(sought))) return 0;
        return names.some((one) => one.includes(sought)) ? 1 : 2;
      };
      const ranked = view.all(registry, at).map((reading) => ({ reading, rank: rank(reading) }));
      const found = ranked.filter((one) => one.rank < 2);
      found.sort((a, b) => a.rank - b.rank || order(a.reading.code, b.reading.code));
      return found.slice(0, limit).map((one) => one.reading);
    },
    areas(at) {
      if (areas && areas.from <= at && at < areas.until) return areas.index;
      const all = [...(byRegistry.get('area')?.values() ?? [])];
      const changes = all.flatMap((one) =>
        one.versions.flatMap(({ effectiveFrom, validTo }) => [effectiveFrom, validTo ?? at]),
      );
      const until = changes.reduce((least, change) => (change > at && change < least ? change : least), Infinity);
      areas = { index: areaIndex(holding(all, at).map(areaOf)), from: at, until };
      return areas.index;
    },
  };
  return view;
}

function holding(records: readonly RegistryRecord[], at: number): RecordReading[] {
  return records.flatMap((record) => {
    const version = versionAt(record.versions, at);
    return version ? [readingOf(record, version)] : [];
  });
}

function areaOf({ code, parent, path, data }: RecordReading): Area {
  const polygon = data.polygon;
  return {
    code,
    parent,
    level: areaLevels[path.split('/').length - 2] ?? 'cell',
    geometry: typeof polygon === 'string' ? JSON.parse(polygon) : null,
  };
}

function keyOf(registry: string, parent: string | null): string {
  return `${registry}/${parent ?? ''}`;
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
