import type { Figure } from './board-data.ts';

/** Shades of one colour for the numbers of areas: the darker, the more. */
export interface Shades {
  /** 1 (lightest) to 5; 0 where there is no number. */
  of(rate: number | null): number;
  /** From where to where each shade goes, the lightest first. */
  readonly steps: readonly { readonly shade: number; readonly from: number; readonly to: number }[];
}

const MOST = 5;

/** Shades by rank, not by size, so that one outlier does not leave all others pale; equal numbers have equal shades. */
export function shadesOf(rates: readonly (number | null)[]): Shades {
  const known = [...new Set(rates.filter((rate) => rate !== null))].sort((a, b) => a - b);
  const count = Math.min(MOST, known.length);
  const groups = Array.from({ length: count }, (_, at) =>
    known.slice(Math.floor((at * known.length) / count), Math.floor(((at + 1) * known.length) / count)),
  );
  const steps = groups.map((group, at) => ({
    // All alike: in the middle; nothing anywhere: as light as nothing is beside more.
    shade: count > 1 ? 1 + Math.round((at * (MOST - 1)) / (count - 1)) : group[0] === 0 ? 1 : 3,
    from: group[0] ?? 0,
    to: group.at(-1) ?? 0,
  }));
  return {
    of: (rate) => (rate === null ? 0 : (steps.find(({ to }) => rate <= to)?.shade ?? MOST)),
    steps,
  };
}

type Shaded = Pick<Figure, 'rate' | 'few'> | null;

/** Whether the number of an area is a rate of so few that it is chance. */
export function isChance(figure: Shaded): boolean {
  return figure?.few === true && figure.rate !== null;
}

/**
 * The number that shades an area: none where nobody was measured, and none where it is chance, which neither takes a shade nor moves
 * those of others. Where things are counted, no number is nothing.
 */
export function shadedBy(figure: Shaded, counts: boolean): number | null {
  return isChance(figure) ? null : (figure?.rate ?? (counts ? 0 : null));
}

/** The middle of an SVG path of absolute `x y` pairs: of the box around its longest ring. */
export function middleOf(path: string): { readonly x: number; readonly y: number } | null {
  const rings = path.split('Z').filter((ring) => ring !== '');
  const longest = rings.reduce((a, b) => (b.length > a.length ? b : a), '');
  const points = longest
    .slice(1)
    .split('L')
    .map((point) => point.split(' ').map(Number));
  const [xs, ys] = [points.map(([x = 0]) => x), points.map(([, y = 0]) => y)];
  if (longest === '') return null;
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
}
