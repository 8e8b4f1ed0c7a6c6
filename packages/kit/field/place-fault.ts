import type { Words } from '../error/index.ts';
import type { Datum } from './field.ts';
import { codePoints, isPlainText } from './plain-text.ts';

export const DATUMS: readonly Datum[] = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'];
/** The 15 digits of a cell in China, any short code elsewhere. */
export const CELL_CODE = '[0-9A-Za-z-]{1,32}';
/** Code points of an address. */
export const ADDRESS_MAX = 300;

const KEYS = ['cell', 'point', 'address', 'datum'];

/** What is wrong with a place in its stored form: see `PlaceValue`. */
export function placeFault(value: unknown): Words | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { zh: '此处应为地点。', en: 'This must be a place.' };
  }
  const place: Readonly<Record<string, unknown>> = { ...value };
  if (KEYS.some((key) => !Object.hasOwn(place, key)) || Object.keys(place).length > KEYS.length) {
    return {
      zh: '地点应有网格、坐标、地址和坐标系四项。',
      en: 'A place has cell, point, address and datum, and nothing else.',
    };
  }
  const { cell, point, address, datum } = place;
  if (cell !== null && !(typeof cell === 'string' && new RegExp(`^${CELL_CODE}$`).test(cell))) {
    return { zh: '网格编码不正确。', en: 'The cell code is not valid.' };
  }
  if (point !== null && !isPoint(point)) {
    return { zh: '坐标应为 WGS 84 经纬度（度）。', en: 'The point must be longitude and latitude in degrees, WGS 84.' };
  }
  if (typeof address !== 'string' || !isPlainText(address) || codePoints(address) > ADDRESS_MAX) {
    return {
      zh: `地址应为文字，最多 ${ADDRESS_MAX} 字。`,
      en: `The address must be text of at most ${ADDRESS_MAX} characters.`,
    };
  }
  if (!DATUMS.some((known) => known === datum)) {
    return { zh: `坐标系应为 ${DATUMS.join('、')} 之一。`, en: `The datum must be one of ${DATUMS.join(', ')}.` };
  }
  return cell === null && point === null && address === ''
    ? { zh: '请选网格、在地图上定位或填写地址。', en: 'Give a cell, a point on the map or an address.' }
    : undefined;
}

function isPoint(value: unknown): boolean {
  if (value === null || typeof value !== 'object' || Object.keys(value).length !== 2) return false;
  const point: Readonly<Record<string, unknown>> = { ...value };
  return within(point.longitude, 180) && within(point.latitude, 90);
}

function within(degrees: unknown, bound: number): boolean {
  return typeof degrees === 'number' && Math.abs(degrees) <= bound;
}
