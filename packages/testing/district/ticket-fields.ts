import { points } from './places.ts';

/** The telephone everybody calls from. */
export const callerPhone = '13800138000';

/** A burst cover in the west, unless `fields` say otherwise; undefined leaves one out. */
export function ticketFields(fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    title: '人民路污水井盖破损',
    words: '人民路 12 号门前污水井盖破了，晚上很危险。',
    demandKind: 'request',
    demandClass: 'A01',
    channel: 'phone',
    place: { cell: null, point: points.west, address: '人民路 12 号', datum: 'WGS84' },
    caller: '王丽华',
    phone: callerPhone,
    ...fields,
  };
}
