import { zoneClock } from '@huying/kit/calendar';
import exifr from 'exifr';

/** When and where a picture says it was taken: an instant in epoch milliseconds, WGS 84 degrees. */
export interface Taken {
  readonly at: number | null;
  readonly lon: number | null;
  readonly lat: number | null;
}

/**
 * Reads what a camera wrote into a picture (EXIF 2.32). It is a claim: anyone can write it.
 * @param zone IANA name of the district's zone, for cameras that do not say theirs
 */
export async function readTaken(path: string, zone: string): Promise<Taken> {
  const tags: unknown = await exifr
    .parse(path, { tiff: true, exif: true, gps: true, reviveValues: false, translateValues: false })
    .catch(() => undefined);
  if (tags === null || typeof tags !== 'object') return { at: null, lon: null, lat: null };
  const read = (name: string): unknown => Reflect.get(tags, name);
  return {
    at: instantOf(read('DateTimeOriginal'), read('OffsetTimeOriginal'), zone),
    ...placeOf(read('longitude'), read('latitude')),
  };
}

function placeOf(lon: unknown, lat: unknown): Pick<Taken, 'lon' | 'lat'> {
  const numbers = typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  // Cameras without a fix write zeros.
  return numbers && (lon !== 0 || lat !== 0) ? { lon, lat } : { lon: null, lat: null };
}

function instantOf(text: unknown, offset: unknown, zone: string): number | null {
  const parts = typeof text === 'string' ? /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(text) : null;
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const said = new Date(local);
  // Date.UTC carries 31 February over into March: then the camera said no date.
  if (year < 1990 || said.getUTCMonth() !== month - 1 || said.getUTCDate() !== day || hour > 23 || minute > 59)
    return null;
  const given = typeof offset === 'string' ? /^([+-])(\d\d):(\d\d)$/.exec(offset) : null;
  if (given !== null) return local - (given[1] === '-' ? -1 : 1) * (Number(given[2]) * 60 + Number(given[3])) * 60_000;
  return zoneClock(zone)(local);
}
