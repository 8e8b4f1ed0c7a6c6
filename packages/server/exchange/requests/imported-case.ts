import type { Ctx } from '../../ledger/index.ts';
import type { ForeignRequest } from './foreign-request.ts';

/** A request with its place in the district: what the case engine needs to write it as a case. */
export interface ImportedCase {
  readonly request: ForeignRequest;
  /** The other system (`mapping.source`); with the request's number it is the case's identity outside. */
  readonly source: string;
  /** Code in the classification registry. */
  readonly matter: string;
  /** Id of the unit that answers; null where the row names none. */
  readonly unit: string | null;
  /** Code of the cell the point lies in; null outside all and where there is no point. */
  readonly cell: string | null;
}

/**
 * Where imported requests become cases. Given due times are kept, rungs that have passed are past and nothing is fired: no notices, no timers, no messages.
 * Both are called within one transaction of the district.
 */
export interface CaseSink {
  /** Of these numbers of the source, those that are cases already. */
  known(ctx: Ctx, source: string, numbers: readonly string[]): Promise<ReadonlySet<string>>;
  write(ctx: Ctx, cases: readonly ImportedCase[]): Promise<void>;
}
