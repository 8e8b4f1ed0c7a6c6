import type { Days } from '@huying/kit/board';
import type { Grain } from '@huying/kit/measure';
import type { CaseServices } from '../case/index.ts';
import type { Ctx } from '../ledger/index.ts';
import { type By, type MeasureRow, readMeasures } from '../measure/index.ts';

/** Numbers of some measures: by one breakdown, over some days, in one stretch or one for each day or month. */
export interface Asked extends Days {
  readonly measures: readonly string[];
  readonly grain: Grain;
  readonly by?: By;
  /** Absent: all values there are. */
  readonly values?: readonly string[];
  /** For a comparison by unit: the days within which units may have become part of others. */
  readonly along?: Days;
  /** By matter or channel, of one unit or street. */
  readonly within?: { readonly grain: 'unit' | 'street'; readonly value: string };
}

/** Numbers read for all panels of a board. */
export interface Numbers {
  /** The rows of one measure within something that was asked for. */
  rows(asked: Omit<Asked, 'measures'>, measure: string): readonly MeasureRow[];
}

/** Reads everything that panels ask for, each stretch and breakdown once for all measures of all panels. */
export async function readNumbers(ctx: Ctx, services: CaseServices, wanted: readonly Asked[]): Promise<Numbers> {
  const together = Map.groupBy(wanted, keyOf);
  const found = new Map<string, ReadonlyMap<string, readonly MeasureRow[]>>();
  for (const [key, [first, ...others]] of together) {
    if (first === undefined) continue;
    const { measures: _, grain, from, to, by, values, along, within } = first;
    const measures = [...new Set([first, ...others].flatMap((one) => one.measures))];
    const rows = await readMeasures(ctx, services, {
      measures,
      grain,
      from,
      to,
      ...(by === undefined ? {} : { by }),
      ...(values === undefined ? {} : { values: [...values] }),
      ...(along === undefined ? {} : { along }),
      ...(within === undefined ? {} : { within }),
    });
    found.set(
      key,
      Map.groupBy(rows, ({ measure }) => measure),
    );
  }
  return { rows: (asked, measure) => found.get(keyOf(asked))?.get(measure) ?? [] };
}

function keyOf({ grain, from, to, by, values, along, within }: Omit<Asked, 'measures'>): string {
  const whose = [values?.join(',') ?? '*', within?.grain ?? '', within?.value ?? ''];
  return [grain, from, to, by ?? '', ...whose, along?.from ?? '', along?.to ?? ''].join(' ');
}
