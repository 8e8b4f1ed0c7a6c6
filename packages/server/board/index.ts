export type {
  BoardRequest,
  BoardView,
  Compared,
  Ended,
  Figure,
  PanelOf,
  PanelView,
  Renamed,
  Turn,
} from './board-schema.ts';
export {
  type AreaMeasure,
  type KeptTile,
  layers,
  lights,
  type MapTiles,
  mapTiles,
  type TileAddress,
  type TileQuery,
} from './map/index.ts';
export { type BoardOperations, boardOperations } from './operations.ts';
export { type PublicOutline, placeOn, publicOutlineOperation } from './public-outline.ts';
