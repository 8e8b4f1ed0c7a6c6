import type { Panel } from '@huying/kit/board';
import type { Words } from '@huying/kit/error';
import { drawingOf } from './area-outline.ts';
import type { PanelOf } from './board-schema.ts';
import { figureOfRow } from './figure.ts';
import type { Frame } from './frame.ts';
import type { Asked, Numbers } from './numbers.ts';
import { valuesWithin } from './row-values.ts';

type MapPanel = Extract<Panel, { kind: 'map' }>;

export function mapWanted(frame: Frame, panel: MapPanel): readonly Asked[] {
  return [{ measures: [panel.measure], grain: panel.rows, ...valuesWithin(frame, panel.rows), ...frame.days }];
}

/** Every area of the district (or of the street) with its outline, and its number where it has one. */
export function mapFilled(frame: Frame, panel: MapPanel, numbers: Numbers, label: Words): PanelOf<'map'> {
  const measure = frame.measure(panel.measure);
  const values = valuesWithin(frame, panel.rows);
  const rows = new Map(
    numbers.rows({ grain: panel.rows, ...values, ...frame.days }, panel.measure).map((row) => [row.value, row]),
  );
  const { registry } = frame.world;
  const codes = values.values ?? areasOf(registry, panel.rows, frame.now);
  const { width, height, outlines } = drawingOf(registry, codes, frame.now);
  return {
    kind: 'map',
    id: panel.id,
    label,
    measure: panel.measure,
    grain: panel.rows,
    width,
    height,
    areas: outlines.map(({ code, path }) => {
      const row = rows.get(code);
      return {
        value: code,
        label: registry.last('area', code, frame.now)?.name ?? { zh: code, en: code },
        path,
        figure: row === undefined ? null : figureOfRow(measure, row),
      };
    }),
  };
}

function areasOf(registry: Frame['world']['registry'], level: MapPanel['rows'], now: number): readonly string[] {
  const streets = registry.children('area', null, now).map(({ code }) => code);
  if (level === 'street') return streets;
  return streets.flatMap((street) =>
    registry
      .children('area', street, now)
      .flatMap(({ code }) => registry.children('area', code, now).map((cell) => cell.code)),
  );
}
