import type { PlaceView } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';

/** Where it is: the areas down to the cell, the address, the point. */
export function PlacePanel(props: { readonly place: PlaceView | null }) {
  const { t, say, locale } = useReader();
  const { place } = props;
  const list = (names: readonly string[]) => names.join(locale === 'zh' ? '、' : ', ');
  return (
    <section className="panel" aria-labelledby="place">
      <h2 id="place">{t('case.place')}</h2>
      {place === null ? (
        <p className="quiet">{t('case.noPlace')}</p>
      ) : (
        <>
          <p>{place.address}</p>
          {place.areas.length > 0 && (
            <ol className="areas">
              {place.areas.map((area) => (
                <li key={area.code} title={area.code}>
                  {say(area.label)}
                </li>
              ))}
            </ol>
          )}
          {place.longitude !== null && place.latitude !== null && (
            <p className="quiet num">
              {t('case.point')} {place.longitude.toFixed(5)}, {place.latitude.toFixed(5)}
            </p>
          )}
          {place.bordering.length > 0 && (
            <p className="note">
              {t('case.bordering', { areas: list(place.bordering.map(({ label }) => say(label))) })}
            </p>
          )}
        </>
      )}
    </section>
  );
}
