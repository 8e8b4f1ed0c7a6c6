import { Checkbox } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Light } from '../../client/index.ts';
import { LightMark } from '../case/light-mark.tsx';
import { usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useSettled } from '../shell/live.tsx';
import { areaAt, areaNames } from './areas.ts';
import { type Camera, cameraOf, cameraText, fitted, tilesIn, zoomed } from './camera.ts';
import { useFreshCases, useLayer, useTiles } from './map-data.ts';
import { MapView } from './map-view.tsx';
import { casesText, SpotList } from './spot-list.tsx';
import { LIGHTS, type Spot, spotsOf } from './spots.ts';
import { useView } from './use-view.ts';

/** What is shown unless something else is chosen: cases somebody still has to do something about. */
const OPEN: readonly Light[] = ['red', 'yellow', 'green', 'paused'];
/** From here on cases are told one by one. */
const SINGLE = 16;

/** The map: where cases are and how they stand, as far as the reader may see them. */
export function MapPage() {
  const { t, say } = useReader();
  usePageTitle(t('map.title'));
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [box, view] = useView();
  const areaLayer = useLayer('areas');
  const caseLayer = useLayer('cases');
  const home = areaLayer.data && view && fitted(areaLayer.data.bounds, view);
  const [chosen, setChosen] = useState<Camera | undefined>(() => cameraOf(params.get('at')));
  const camera = chosen ?? home;
  const [active, setActive] = useState<string>();
  const lights = lightsOf(params.get('light'));
  useFreshCases();

  const areas = useTiles(
    'areas',
    camera && view ? tilesIn(camera, view, areaLayer.data?.maxzoom ?? 16) : [],
    undefined,
  );
  const cases = useTiles('cases', camera && view ? tilesIn(camera, view, caseLayer.data?.maxzoom ?? 18) : [], lights);
  const spots = camera && view ? spotsOf(cases.tiles, camera, view) : [];
  const names = useMemo(() => areaNames(areas.tiles), [areas.tiles]);
  const total = spots.reduce((sum, { count }) => sum + count, 0);
  const error = areaLayer.error ?? caseLayer.error ?? areas.error ?? cases.error;

  const keepAddress = useSettled(() => {
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (chosen === undefined) next.delete('at');
        else next.set('at', cameraText(chosen));
        return next;
      },
      { replace: true },
    );
  }, 400);
  const moves = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows the camera, and not the first look
  useEffect(() => {
    moves.current += 1;
    if (moves.current > 1) keepAddress();
  }, [chosen]);
  const change = useCallback(
    (next: (camera: Camera) => Camera) => setChosen((before) => (before ?? home) && next((before ?? home) as Camera)),
    [home],
  );

  const placeOf = (spot: Spot) => {
    const area = areaAt(areas.tiles, spot.at);
    return area === undefined ? t('map.outside') : say(area);
  };
  const labelOf = (spot: Spot) => {
    const told = LIGHTS.filter((light) => spot.lights[light] !== undefined).map(
      (light) => `${t(`light.${light}`)} ${spot.lights[light]}`,
    );
    const [only] = spot.dots;
    const what = spot.count === 1 && only !== undefined ? only.number : casesText(spot.count, t);
    return `${placeOf(spot)} · ${what} · ${told.join(t('map.and'))}`;
  };
  const open = (spot: Spot) => {
    const [only] = spot.dots;
    if (spot.count === 1 && only !== undefined) return void navigate(`/cases/${only.id}`);
    if (!camera || !view) return;
    const by = spot.count === 1 ? Math.max(1, SINGLE - camera.zoom) : 2;
    setChosen(zoomed({ ...camera, ...spot.at }, by, { x: view.width / 2, y: view.height / 2 }, view));
  };
  const choose = (next: readonly Light[]) => {
    setParams(
      (before) => {
        const changed = new URLSearchParams(before);
        changed.set('light', LIGHTS.filter((light) => next.includes(light)).join(','));
        return changed;
      },
      { replace: true },
    );
  };

  return (
    <div className="map-page">
      <div className="map-head">
        <h1>{t('map.title')}</h1>
        <Checkbox.Group
          className="map-filter"
          aria-label={t('map.lights')}
          value={[...lights]}
          onChange={(next) => choose(next)}
          options={LIGHTS.map((light) => ({ value: light, label: <LightMark light={light} /> }))}
        />
        <span className="quiet key-hint">{t('map.keys')}</span>
      </div>
      {error && <ErrorNote error={error} />}
      <div className="map-body">
        <div ref={box} className="map-box">
          {camera && view && (
            <MapView
              camera={camera}
              view={view}
              areas={areas.tiles}
              names={names}
              spots={spots}
              active={active}
              attribution={areaLayer.data?.attribution ?? ''}
              labelOf={labelOf}
              onActive={setActive}
              onOpen={open}
              onChange={change}
              onHome={() => setChosen(undefined)}
            />
          )}
        </div>
        <section className="map-side" aria-label={t('map.seen')}>
          <p className="quiet" role="status">
            {cases.isLoading && spots.length === 0
              ? t('shell.loading')
              : total === 0
                ? t(lights.length === 0 ? 'map.noLights' : 'map.none')
                : t('map.total', { count: total })}
          </p>
          <SpotList spots={spots} placeOf={placeOf} active={active} onActive={setActive} onOpen={open} />
        </section>
      </div>
    </div>
  );
}

function lightsOf(text: string | null): readonly Light[] {
  if (text === null) return OPEN;
  const named = text.split(',');
  return LIGHTS.filter((light) => named.includes(light));
}
