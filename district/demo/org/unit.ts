import type { Words } from '../words.ts';

export type UnitKind =
  | 'government'
  | 'centre'
  | 'department'
  | 'division'
  | 'institution'
  | 'company'
  | 'street'
  | 'office'
  | 'community';

export interface DemoUnit {
  /** Readable and stable: csj, yundu, yundu-cgb, yundu-dutou. */
  readonly code: string;
  /** Code of the unit above; null for the district government. */
  readonly parent: string | null;
  readonly kind: UnitKind;
  readonly name: Words;
  /** Code of the area it answers for, where that is less than the district. */
  readonly area?: string;
}
