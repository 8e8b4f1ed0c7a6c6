import type { Words } from '../words.ts';
import type { MultiPolygon, Position } from './plane.ts';

export type AreaLevel = 'district' | 'street' | 'community' | 'cell';

/** A piece of the district. Codes: district 6 digits, street +3, community +3, cell +3. */
export interface Area {
  readonly code: string;
  readonly level: AreaLevel;
  /** Code of the area it is part of; null for the district. */
  readonly parent: string | null;
  readonly name: Words;
  /** WGS 84 degrees; neighbours share their border positions exactly. */
  readonly polygon: MultiPolygon;
  /** A position inside, for labels and for flying there. */
  readonly centre: Position;
}
