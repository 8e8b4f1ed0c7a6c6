import type { Locale, Words } from '@huying/kit/error';
import { type PublicOutline, placeOn } from '../board/index.ts';
import type { PublicList, PublicProject } from '../promise/index.ts';
import { type Text, told } from './livelihood-page.ts';
import { escaped } from './plain-page.ts';

type Place = PublicProject['places'][number];

/** In the order of the work; what is done is drawn first, so that what is not lies upon it. */
const STATES = ['verified', 'completed', 'under-way', 'planned'] as const;

/** The look of the drawing: sizes are in its own units, a thousand to its width. */
export const mapStyle = `
.map{margin:.75rem 0}.map svg{display:block;width:100%;height:auto;background:var(--soft);border:1px solid var(--line);border-radius:4px}
.map path{fill:#fff;stroke:#8c959f;stroke-width:2;vector-effect:non-scaling-stroke}.map text{font-size:24px;fill:var(--quiet);text-anchor:middle;stroke:#fff;stroke-width:5px;paint-order:stroke}
.map circle,.key i{stroke:var(--blue);stroke-width:3px;fill:#fff}.map [data-state=verified]{fill:var(--blue);stroke:#fff}.map [data-state=completed]{fill:#8fb0dd}.map [data-state=under-way]{fill:#f2c14e;stroke:#8a5a00}
.key{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;padding:0;margin:.5rem 0 0}.key svg{display:inline-block;width:1rem;height:1rem;border:0;background:none;margin-right:.35rem;vertical-align:-.1rem}
@media(max-width:34rem){.map text{font-size:30px}}`;

/** Something drawn as a point: what it is called, where it lies, how far it has come. */
interface Spot extends Pick<Place, 'longitude' | 'latitude' | 'state'> {
  readonly name: string;
}

/**
 * The sites of a project on the outline of the district: our own drawing, without a base map and without a script. What it shows stands
 * in the list below it, too. Empty where neither outline nor points are known.
 */
export function livelihoodMap(locale: Locale, outline: PublicOutline, places: readonly Place[]): string {
  const spots = places.map((place) => ({ ...place, name: `${place.no}. ${place.name}` }));
  return drawn(locale, outline, spots, { radius: 13, label: 'mapOf', hint: 'mapHint' });
}

/** The sites of all projects of a year, drawn likewise; each stands in the list on the page of its project. */
export function yearMap(
  locale: Locale,
  outline: PublicOutline,
  projects: readonly Pick<PublicList['items'][number], 'title' | 'places'>[],
): string {
  const spots = projects.flatMap(({ title, places }) =>
    places.map((place) => ({ ...place, name: `${title} ${place.no}. ${place.name}` })),
  );
  // The points of a whole year lie closer together.
  return drawn(locale, outline, spots, { radius: 9, label: 'mapOfYear', hint: 'mapOfYearHint' });
}

function drawn(
  locale: Locale,
  outline: PublicOutline,
  spots: readonly Spot[],
  as: { readonly radius: number; readonly label: Text; readonly hint: Text },
): string {
  const points = spots.flatMap((spot) => {
    const { longitude, latitude } = spot;
    const at = longitude === null || latitude === null ? null : placeOn(outline, longitude, latitude);
    return at === null ? [] : [{ ...spot, ...at }];
  });
  if (points.length === 0) return '';
  const streets = outline.streets.map(({ path }) => `<path d="${lightened(path)}"/>`).join('');
  const names = outline.streets.map(
    ({ name, x, y }) => `<text x="${x}" y="${y}">${escaped(shortName(name, locale))}</text>`,
  );
  const dots = STATES.flatMap((state) =>
    points
      .filter((point) => point.state === state)
      .map(
        ({ name, x, y }) =>
          `<circle cx="${x}" cy="${y}" r="${as.radius}" data-state="${state}"><title>${escaped(name)}${locale === 'zh' ? '：' : ': '}${stateWords(locale, state)}</title></circle>`,
      ),
  );
  const key = STATES.flatMap((state) => {
    const count = points.filter((point) => point.state === state).length;
    const sample = `<svg viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="12" data-state="${state}"/></svg>`;
    return count === 0 ? [] : [`<li>${sample}${stateWords(locale, state)} ${count}</li>`];
  });
  const left = spots.length - points.length;
  const label = told(locale, as.label, { count: points.length });
  const hint = [told(locale, as.hint), left === 0 ? '' : told(locale, 'mapLeft', { count: left })];
  return `<div class="map"><svg viewBox="-16 -16 ${outline.width + 32} ${outline.height + 32}" role="img" aria-label="${label}">${streets}${names.join('')}${dots.join('')}</svg>
<ul class="key">${key.join('')}</ul><p class="quiet">${hint.join(locale === 'zh' ? '' : ' ')}</p></div>`;
}

/** 9 of the drawing's units squared: a point nearer to the last than three of them is not seen on a phone. */
const UNSEEN = 9;

/** An outline in as few bytes as the eye needs: steps in place of positions, and none that nobody sees. @param path `M0 0L9 9…Z` */
export function lightened(path: string): string {
  return path.replaceAll(/M([^Z]*)Z/g, (_, ring: string) => {
    const points = ring.split('L').map((point) => point.split(' ').map(Number));
    let [x = 0, y = 0] = points[0] ?? [];
    const steps = points.slice(1).flatMap(([toX = 0, toY = 0]) => {
      const [dx, dy] = [toX - x, toY - y];
      if (dx * dx + dy * dy < UNSEEN) return [];
      [x, y] = [toX, toY];
      return `${dx} ${dy}`;
    });
    return `M${points[0]?.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`;
  });
}

/** On a drawing, the name without the word that all of them share in English. */
function shortName(name: Words, locale: Locale): string {
  return locale === 'en' ? name.en.replace(/ (Street|Subdistrict|Town)$/, '') : name.zh;
}

function stateWords(locale: Locale, state: (typeof STATES)[number]): string {
  return told(locale, state === 'verified' ? 'verified-state' : state);
}
