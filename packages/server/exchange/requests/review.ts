import type { ForeignRequest } from './foreign-request.ts';
import type { ReadRow } from './read-requests.ts';
import type { NamedArea, RequestAreas } from './request-areas.ts';

/** What an import did, or would do. All are counts of rows but `areaAgreement`, a fraction from 0 to 1 (null when there is nothing to compare). */
export interface Review {
  /** Rows of the file but the header. */
  readonly read: number;
  /** New requests. */
  readonly imported: number;
  /** Requests that were there already. */
  readonly skipped: number;
  /** Rows refused. */
  readonly errors: number;
  /** Rows at a point that stands for “place unknown”. */
  readonly fallbackPoints: number;
  /** Rows whose point, not a fallback, lies in one of the areas. */
  readonly insideAreas: number;
  /** Of the rows inside an area that carry a label: the part whose label means that area. */
  readonly areaAgreement: number | null;
  /** Rows with a due time, a closing time and a flag, for which `closed <= due` was computed. */
  readonly onTimeRecomputed: number;
  /** Those whose flag says otherwise. */
  readonly onTimeMismatches: number;
}

/** Counts as rows go by. */
export interface ReviewCount {
  refused(): void;
  /** Counts a request and answers the area its point lies in. */
  accepted(request: ForeignRequest, known: boolean): NamedArea | undefined;
  review(): Review;
}

export function countReview(areas: RequestAreas | null): ReviewCount {
  const counts = { read: 0, imported: 0, skipped: 0, errors: 0, fallbackPoints: 0, insideAreas: 0 };
  const onTime = { onTimeRecomputed: 0, onTimeMismatches: 0 };
  let labelled = 0;
  let agreeing = 0;
  return {
    refused() {
      counts.read++;
      counts.errors++;
    },
    accepted(request, known) {
      counts.read++;
      if (known) counts.skipped++;
      else counts.imported++;
      if (request.fallbackPoint) counts.fallbackPoints++;
      const { dueAt, closedAt, point, areaLabel } = request;
      if (dueAt !== null && closedAt !== null && request.onTime !== null) {
        onTime.onTimeRecomputed++;
        if (closedAt <= dueAt !== request.onTime) onTime.onTimeMismatches++;
      }
      const area = point && areas ? areas.at(point.longitude, point.latitude) : undefined;
      if (area) counts.insideAreas++;
      if (area && areaLabel !== null) {
        labelled++;
        if (areas?.means(areaLabel, area)) agreeing++;
      }
      return area;
    },
    review: () => ({ ...counts, areaAgreement: labelled === 0 ? null : agreeing / labelled, ...onTime }),
  };
}

/** What a preview shows: the counts, the first requests as they would be imported, and the first rows refused. Nothing is written. */
export interface Preview {
  readonly review: Review;
  readonly first: readonly (ForeignRequest & { readonly row: number; readonly area: string | null })[];
  readonly refused: readonly Extract<ReadRow, { readonly problems: unknown }>[];
}

/**
 * Goes through all rows without writing.
 * @param isKnown tells the numbers that are there already.
 * @param show how many requests and how many refused rows to keep.
 */
export async function reviewRequests(
  rows: AsyncIterable<ReadRow>,
  areas: RequestAreas | null,
  isKnown: (number: string) => boolean,
  show: number,
): Promise<Preview> {
  const count = countReview(areas);
  const first: Preview['first'][number][] = [];
  const refused: Preview['refused'][number][] = [];
  for await (const read of rows) {
    if ('problems' in read) {
      count.refused();
      if (refused.length < show) refused.push(read);
      continue;
    }
    const area = count.accepted(read.request, isKnown(read.request.number));
    if (first.length < show) first.push({ ...read.request, row: read.row, area: area?.name ?? null });
  }
  return { review: count.review(), first, refused };
}
