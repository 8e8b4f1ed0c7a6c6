import type { CaseServices } from '../../case/index.ts';
import type { Ctx } from '../../ledger/index.ts';
import { readMeasures } from '../../measure/index.ts';
import type { TileFeature } from './vector-tile.ts';

/** A measure over some days, both included. */
export interface AreaMeasure {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Areas with the value of a measure, as the reader may see it: streets and cells, which measures are broken down by. What has no value
 * (nobody was to be measured) carries none; `few` marks one of too few cases to be compared.
 */
export async function measuredAreas(
  ctx: Ctx,
  services: CaseServices,
  features: readonly TileFeature[],
  { id, from, to }: AreaMeasure,
): Promise<readonly TileFeature[]> {
  const values = new Map<string, { readonly value: number; readonly few: boolean }>();
  for (const grain of ['street', 'cell'] as const) {
    if (!features.some(({ tags }) => tags.level === grain)) continue;
    for (const row of await readMeasures(ctx, services, { measures: [id], grain, from, to })) {
      if (row.rate !== null) values.set(row.value, { value: row.rate, few: row.few });
    }
  }
  return features.map((feature) => {
    const value = values.get(String(feature.tags.code));
    return value === undefined ? feature : { ...feature, tags: { ...feature.tags, ...value } };
  });
}
