export { cellNumber, cellOf, cellsOf, cellZoom, type Tile, tileAt, tileOfNumber } from './cell.ts';
export { furthest, type Position, projected, unprojected } from './mercator.ts';
