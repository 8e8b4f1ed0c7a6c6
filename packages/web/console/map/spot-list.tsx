import { Link } from 'react-router';
import { LightMark } from '../case/light-mark.tsx';
import { useReader } from '../reader/index.ts';
import type { Tell } from '../text/index.ts';
import { LIGHTS, type Spot } from './spots.ts';

/** More than this nobody reads: one looks nearer instead. */
const MOST = 100;

/** What is seen on the map, as a list: for the keyboard, for whoever hears it read, and for small screens. */
export function SpotList(props: {
  readonly spots: readonly Spot[];
  readonly placeOf: (spot: Spot) => string;
  readonly active: string | undefined;
  readonly onActive: (key: string | undefined) => void;
  readonly onOpen: (spot: Spot) => void;
}) {
  const { t } = useReader();
  const weight = ({ lights }: Spot) => (lights.red ?? 0) * 1e6 + (lights.yellow ?? 0);
  const sorted = [...props.spots].sort((a, b) => weight(b) - weight(a) || b.count - a.count);
  return (
    <ul className="spot-list">
      {sorted.slice(0, MOST).map((spot) => {
        const mark = {
          'data-active': props.active === spot.key,
          onPointerEnter: () => props.onActive(spot.key),
          onPointerLeave: () => props.onActive(undefined),
        };
        if (spot.dots.length > 0) {
          return spot.dots.map(({ id, number, light }) => (
            <li key={id} {...mark}>
              <Link
                to={`/cases/${id}`}
                onFocus={() => props.onActive(spot.key)}
                onBlur={() => props.onActive(undefined)}
              >
                <span className="num">{number}</span>
                <LightMark light={light} />
              </Link>
              <span className="quiet under">{props.placeOf(spot)}</span>
            </li>
          ));
        }
        return (
          <li key={spot.key} {...mark}>
            <button
              type="button"
              onClick={() => props.onOpen(spot)}
              onFocus={() => props.onActive(spot.key)}
              onBlur={() => props.onActive(undefined)}
            >
              <span>
                {props.placeOf(spot)} <span className="quiet num">{casesText(spot.count, t)}</span>
              </span>
              <span className="map-lights">
                {LIGHTS.filter((light) => spot.lights[light] !== undefined).map((light) => (
                  <span key={light} className="num">
                    <LightMark light={light} /> {spot.lights[light]}
                  </span>
                ))}
              </span>
            </button>
          </li>
        );
      })}
      {sorted.length > MOST && <li className="quiet">{t('map.moreInList', { count: sorted.length - MOST })}</li>}
    </ul>
  );
}

export function casesText(count: number, t: Tell): string {
  return count === 1 ? t('map.oneCase') : t('map.cases', { count });
}
