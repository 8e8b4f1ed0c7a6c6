import { HuyingError } from '@huying/kit/error';
import { type Area, type AreaIndex, areaIndex } from '../../registry/index.ts';
import type { RequestMapping } from './mapping.ts';

/** A polygon of the file that came with the requests: a street with one community and one cell of the same outline. */
export interface NamedArea {
  readonly name: string;
  readonly street: string;
  readonly community: string;
  readonly cell: string;
  readonly geometry: unknown;
}

/** Where the requests lie: the areas drawn, found by point, and compared with what the other system calls them. */
export interface RequestAreas {
  readonly areas: readonly NamedArea[];
  at(longitude: number, latitude: number): NamedArea | undefined;
  /** Whether a label of the other system means the area, by its own name or an alias. */
  means(label: string, area: NamedArea): boolean;
}

/**
 * The areas of a GeoJSON collection. Codes are street numbers of four digits in the order of the names and nest by prefix (street `0007`, community
 * `000701`, cell `00070101`); a name in `known` keeps its street code.
 * @throws `import.areas` when the collection, a name or an alias does not fit; `registry.geometry` for an outline.
 */
export function requestAreas(
  collection: unknown,
  mapping: NonNullable<RequestMapping['areas']>,
  known: ReadonlyMap<string, string> = new Map(),
): RequestAreas {
  const features = featuresOf(collection, mapping);
  const taken = new Set(known.values());
  let next = 0;
  const areas = features
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, geometry }): NamedArea => {
      let street = known.get(name);
      while (street === undefined) {
        const free = String(++next).padStart(4, '0');
        if (!taken.has(free)) street = free;
      }
      return { name, geometry, street, community: `${street}01`, cell: `${street}0101` };
    });
  const index = indexOf(areas);
  const byCell = new Map(areas.map((area) => [area.cell, area]));
  const aliases = aliasesOf(mapping, areas);
  return {
    areas,
    at: (longitude, latitude) => byCell.get(index.locate(longitude, latitude)?.cell ?? ''),
    means: (label, area) => aliases.get(label)?.has(area.name) ?? label === area.name,
  };
}

function indexOf(areas: readonly NamedArea[]): AreaIndex {
  return areaIndex(
    areas.flatMap(({ street, community, cell, geometry }): Area[] => [
      { code: street, level: 'street', parent: null, geometry: null },
      { code: community, level: 'community', parent: street, geometry: null },
      { code: cell, level: 'cell', parent: community, geometry },
    ]),
  );
}

function featuresOf(collection: unknown, mapping: NonNullable<RequestMapping['areas']>) {
  const { features } = (collection ?? {}) as { features?: unknown };
  if (!Array.isArray(features) || features.length === 0) throw refused(mapping.file, 'features');
  const seen = new Set<string>();
  return features.map((feature: { properties?: Record<string, unknown>; geometry?: unknown } | null, at) => {
    const name = feature?.properties?.[mapping.name];
    if (typeof name !== 'string' || name.trim() === '' || seen.has(name)) {
      throw refused(mapping.file, `features/${at}/properties/${mapping.name}`);
    }
    seen.add(name);
    return { name, geometry: feature?.geometry };
  });
}

function aliasesOf(mapping: NonNullable<RequestMapping['areas']>, areas: readonly NamedArea[]) {
  const names = new Set(areas.map((area) => area.name));
  return new Map(
    Object.entries(mapping.aliases ?? {}).map(([label, meant]) => {
      const unknown = meant.find((name) => !names.has(name));
      if (unknown !== undefined) throw refused(mapping.file, unknown);
      return [label, new Set(meant)];
    }),
  );
}

function refused(file: string, what: string): HuyingError {
  return new HuyingError('import.areas', { file, what });
}
