import { inTenant, theSystem } from '../../ledger/index.ts';
import { type ImportServices, setUpAreas, setUpDistrict, setUpMatters, setUpUnits } from './district-setup.ts';
import { matterCode } from './foreign-code.ts';
import type { ForeignRequest } from './foreign-request.ts';
import type { CaseSink, ImportedCase } from './imported-case.ts';
import type { ReadRow } from './read-requests.ts';
import { requestAreas } from './request-areas.ts';
import { type RequestSource, rowsOf } from './request-source.ts';
import { countReview, type Preview, type Review, type ReviewCount, reviewRequests } from './review.ts';

const batchSize = 2000;
/** Batches under way at a time: while one is written, the next is worked out. No number stands in two of them, for the reader refuses it the second time. */
const atOnce = 3;
/** More than a person will read; the count tells of the rest. */
const mostRefused = 1000;

/** A row that was refused, with everything wrong. */
export type RefusedRow = Extract<ReadRow, { readonly problems: unknown }>;

export interface RequestImport {
  readonly review: Review;
  /** The first thousand rows refused. */
  readonly refused: readonly RefusedRow[];
}

/** What an import would do in a district that has none of the requests: nothing is written and no database is needed. */
export async function previewRequests(source: RequestSource, show: number): Promise<Preview> {
  const { mapping } = source;
  const areas = mapping.areas ? requestAreas(source.areas, mapping.areas) : null;
  return reviewRequests(rowsOf(source), areas, () => false, show);
}

/**
 * Imports requests into a district, which is made where it is not there yet, with its calendar, its areas, and the units and matters the rows name. Run again, it adds only
 * what is new; broken off, it goes on where it was. A wrong row is refused and the others imported.
 * @param progress is told the rows read so far, batch by batch.
 * @throws `import.*`, `registry.geometry`, `database.*`.
 */
export async function importRequests(
  services: ImportServices,
  sink: CaseSink,
  tenant: string,
  source: RequestSource,
  progress: (read: number) => void = () => {},
): Promise<RequestImport> {
  await setUpDistrict(services, tenant, source);
  const areas = await setUpAreas(services, tenant, source);
  const count = countReview(areas);
  const batches = batchesInto(services, sink, tenant, source, count, () => progress(count.review().read));
  const refused: RefusedRow[] = [];
  let requests: ForeignRequest[] = [];
  try {
    for await (const read of rowsOf(source)) {
      if ('problems' in read) {
        count.refused();
        if (refused.length < mostRefused) refused.push(read);
      } else {
        requests.push(read.request);
      }
      if (requests.length < batchSize) continue;
      await batches.begin(requests);
      requests = [];
    }
    await batches.begin(requests);
  } finally {
    await batches.ended();
  }
  const review = count.review();
  progress(review.read);
  return { review, refused };
}

/** Makes codes of matters, each once: the same few hundred come in every row. */
function matterCodes(): (names: readonly string[]) => string {
  const codes = new Map<string, string>();
  return (names) => {
    const key = names.join('\n');
    const code = codes.get(key) ?? matterCode(names);
    codes.set(key, code);
    return code;
  };
}

interface Batches {
  /** Begins to write a batch, once there is room for another; throws what one before it threw. */
  begin(requests: readonly ForeignRequest[]): Promise<void>;
  /** When all have ended. */
  ended(): Promise<void>;
}

/** Writes batches, remembering the units and matters it has made sure of. */
function batchesInto(
  services: ImportServices,
  sink: CaseSink,
  tenant: string,
  { mapping }: RequestSource,
  count: ReviewCount,
  ended: () => void,
): Batches {
  const units = new Map<string, string>();
  const matters = new Set<string>();
  const codeOf = matterCodes();
  const { source } = mapping;

  async function prepare(requests: readonly ForeignRequest[]): Promise<void> {
    const names = new Set(requests.flatMap(({ unit }) => (unit === null || units.has(unit) ? [] : [unit])));
    if (names.size > 0) {
      for (const [name, id] of await setUpUnits(services, tenant, [...names], mapping)) units.set(name, id);
    }
    const unknown = requests.map(({ matter }) => matter).filter((names) => !matters.has(codeOf(names)));
    if (unknown.length > 0) await setUpMatters(services, tenant, unknown, mapping);
    for (const names of unknown) matters.add(codeOf(names));
  }

  const write = (requests: readonly ForeignRequest[]) =>
    inTenant(services, { tenant, actor: theSystem }, async (ctx) => {
      const known = await sink.known(
        ctx,
        source,
        requests.map(({ number }) => number),
      );
      const cases = requests.flatMap((request): ImportedCase[] => {
        const isKnown = known.has(request.number);
        const area = count.accepted(request, isKnown);
        if (isKnown) return [];
        const unit = request.unit === null ? null : (units.get(request.unit) ?? null);
        return [
          {
            request,
            source,
            unit,
            matter: codeOf(request.matter),
            cell: area?.cell ?? null,
          },
        ];
      });
      if (cases.length > 0) await sink.write(ctx, cases);
    });

  const underWay: Promise<void>[] = [];
  return {
    async begin(requests) {
      while (underWay.length >= atOnce) await underWay.shift();
      await prepare(requests);
      const writing = write(requests).then(ended);
      // Whoever waits for it hears of its failure; until then it is nobody's unhandled one.
      writing.catch(() => undefined);
      underWay.push(writing);
    },
    async ended() {
      const left = underWay.splice(0);
      await Promise.allSettled(left);
      await Promise.all(left);
    },
  };
}
