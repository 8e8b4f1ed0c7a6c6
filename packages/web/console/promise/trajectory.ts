/** What the way of a promise through its year is drawn from: shares done, 0 to 1 and above. */
export interface Course {
  /** Share that was to be done at the end of each part of the year. */
  readonly path: readonly (number | null)[];
  /** Share done at the end of each part up to now; null where nothing was known. */
  readonly actual: readonly (number | null)[];
  /** Where it would be at the end if it went on as it goes; null where that is not told. */
  readonly forecast: number | null;
}

export interface Box {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The lines of a drawing, as values of `points`; '' and undefined where there is nothing to draw. */
export interface Lines {
  readonly path: string;
  /** Stretches of the actual line: where nothing is known there is no line. */
  readonly actual: readonly string[];
  readonly forecast: string;
  readonly last: Point | undefined;
  /** The height of 100 %. */
  readonly whole: number;
}

/** Shares above this are drawn at the top: one promise done threefold must not press all others down. */
const HIGHEST = 1.25;

/** Draws a course into a box, from nothing (bottom) to a little above all (top); parts of the year are equally wide. */
export function linesOfCourse({ path, actual, forecast }: Course, { width, height, margin }: Box): Lines {
  const parts = Math.max(1, path.length, actual.length);
  const shares = [...path, ...actual, forecast].filter((share) => share !== null);
  const top = Math.min(HIGHEST, Math.max(1, ...shares));
  const x = (at: number) => round(margin + ((at + 1) / parts) * (width - 2 * margin));
  const y = (share: number) => {
    const within = Math.min(top, Math.max(0, share));
    return round(height - margin - (within / top) * (height - 2 * margin));
  };
  const origin: Point = { x: margin, y: y(0) };
  const points = (list: readonly Point[]) => list.map((point) => `${point.x},${point.y}`).join(' ');

  const stretches: Point[][] = [];
  let before: Point | undefined = origin;
  actual.forEach((share, at) => {
    if (share === null) {
      before = undefined;
      return;
    }
    const point = { x: x(at), y: y(share) };
    if (before === undefined || stretches.length === 0)
      stretches.push(before === undefined ? [point] : [before, point]);
    else stretches.at(-1)?.push(point);
    before = point;
  });
  const planned = path.flatMap((share, at) => (share === null ? [] : [{ x: x(at), y: y(share) }]));
  const last = stretches.at(-1)?.at(-1);
  const ends = actual.findLastIndex((share) => share !== null) >= parts - 1;
  return {
    path: planned.length === 0 ? '' : points([origin, ...planned]),
    actual: stretches.map(points),
    forecast:
      last === undefined || forecast === null || ends
        ? ''
        : points([last, { x: round(width - margin), y: y(forecast) }]),
    last,
    whole: y(1),
  };
}

/**
 * Where a course would end if the rest of the year went like the part that is over; null before anything is known.
 * A plain continuation for the eye: no light and no figure is made from it.
 */
export function continued(actual: readonly (number | null)[], parts: number): number | null {
  const at = actual.findLastIndex((share) => share !== null);
  const share = actual[at];
  if (share === undefined || share === null || parts === 0) return null;
  return (share * parts) / (at + 1);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
