import { type PlaceKind, places } from '../area/index.ts';
import { chance } from '../chance.ts';

/** A place people call about again and again. */
export interface HotSpot {
  readonly code: string;
  /** Code of the named place. */
  readonly place: string;
  /** Demand items heard of there. */
  readonly items: readonly string[];
  readonly weight: number;
}

const KINDS: readonly { readonly kind: PlaceKind; readonly count: number; readonly items: readonly string[] }[] = [
  { kind: 'market', count: 11, items: ['0104', '0106', '0405', '1009', '0101'] },
  { kind: 'estate', count: 16, items: ['0601', '0603', '0602', '0304', '0404', '0607'] },
  { kind: 'site', count: 9, items: ['0301', '1102'] },
  { kind: 'school', count: 7, items: ['0803', '0404', '0806'] },
  { kind: 'mall', count: 5, items: ['1001', '0405', '0408', '0303'] },
  { kind: 'park', count: 5, items: ['0302', '0109', '0103'] },
  { kind: 'station', count: 4, items: ['0406', '0410', '0405', '0407'] },
  { kind: 'workshops', count: 3, items: ['1104', '0306', '1105'] },
];

/** Sixty of them; the first few of them are heard of far more often than the last. */
export const hotSpots: readonly HotSpot[] = KINDS.flatMap(({ kind, count, items }) => {
  const source = chance(`hot-spots-${kind}`);
  const left = places.filter((place) => place.kind === kind);
  return Array.from({ length: count }, () => {
    const [place] = left.splice(source.below(left.length), 1);
    if (!place) throw new RangeError(`too few places of the kind ${kind}`);
    const first = source.below(items.length);
    const own = [0, 1].map((i) => items[(first + i) % items.length] as string);
    return { place: place.code, items: own, weight: 1 / (0.08 + source.unit()) };
  });
}).map((spot, i) => ({ code: `H${String(i + 1).padStart(2, '0')}`, ...spot }));
