import { DAY_MS } from '@huying/kit/calendar';

/** Limits of what may be uploaded. */
export interface FileSettings {
  /** bytes of one file */
  readonly maxBytes: number;
  /** pixels of one picture */
  readonly maxPixels: number;
  /** bytes an office file may unpack to */
  readonly maxUnpackedBytes: number;
  /** parts an office file may have */
  readonly maxParts: number;
  /** longer side of a thumbnail, pixels */
  readonly thumbnailSide: number;
  /** how long a file may wait to be used before it is swept, milliseconds */
  readonly waitMs: number;
}

export const defaultFileSettings: FileSettings = {
  maxBytes: 25 * 1024 * 1024,
  maxPixels: 50_000_000,
  maxUnpackedBytes: 300 * 1024 * 1024,
  maxParts: 5_000,
  thumbnailSide: 480,
  waitMs: DAY_MS,
};
