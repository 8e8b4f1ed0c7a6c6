import type { Problem } from '@huying/kit/error';
import type { CityTicket } from './ticket.ts';

/** Which of our codes stands for a word of the city's. */
export type WordTable = Readonly<Record<string, string>>;

export interface CityMapping {
  readonly kinds: WordTable;
  readonly classes: WordTable;
  readonly urgencies: WordTable;
  /** Whether a code is one of ours. */
  readonly isKind: (code: string) => boolean;
  readonly isClass: (code: string) => boolean;
  readonly isUrgency: (code: string) => boolean;
}

/** Reads a parameter's table; what is not a table of words is an empty one. */
export function wordTable(value: unknown): WordTable {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((line): line is [string, string] => typeof line[1] === 'string'),
  );
}

/** The fields of our ticket that a ticket of the city gives, and what of it has no counterpart. Places are JSON pointers into the city's ticket. */
export function ticketFields(
  ticket: CityTicket,
  mapping: CityMapping,
): { readonly fields: Readonly<Record<string, unknown>>; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const demandKind = codeOf(ticket.kind, mapping.kinds, mapping.isKind);
  const demandClass = codeOf(ticket.class, mapping.classes, mapping.isClass);
  const urgency = ticket.urgency === undefined ? undefined : codeOf(ticket.urgency, mapping.urgencies, mapping.isUrgency);
  if (demandKind === undefined) problems.push(without('/kind', ticket.kind));
  if (demandClass === undefined) problems.push(without('/class', ticket.class));
  if (ticket.urgency !== undefined && urgency === undefined) problems.push(without('/urgency', ticket.urgency));
  const [received, due] = [Date.parse(ticket.receivedAt), Date.parse(ticket.due)];
  if (Number.isNaN(received)) problems.push(noMoment('/receivedAt'));
  if (Number.isNaN(due)) problems.push(noMoment('/due'));
  if (due <= received) {
    problems.push({ path: '/due', zh: '办理时限应晚于受理时间。', en: 'The deadline must be after the receipt.' });
  }
  if ((ticket.longitude === undefined) !== (ticket.latitude === undefined)) {
    problems.push({ path: '/longitude', zh: '经度与纬度应同时给出。', en: 'Longitude and latitude come together.' });
  }
  const fields = {
    title: [...ticket.title].slice(0, 80).join(''),
    words: ticket.words,
    demandKind,
    demandClass,
    channel: 'city',
    urgency,
    place: placeOf(ticket),
    caller: ticket.caller,
    phone: ticket.phone,
    confidential: ticket.confidential,
    cityNumber: ticket.number,
    cityDue: due,
  };
  return { fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)), problems };
}

function placeOf({ address, longitude, latitude }: CityTicket): unknown {
  const point = longitude === undefined || latitude === undefined ? null : { longitude, latitude };
  if (address === undefined && point === null) return undefined;
  return { cell: null, point, address: address ?? '', datum: 'WGS84' };
}

/** The line of the table, else the word itself where it is one of our codes, else the line for the rest. */
function codeOf(word: string, table: WordTable, isOurs: (code: string) => boolean): string | undefined {
  const key = word.trim();
  if (Object.hasOwn(table, key)) return table[key];
  if (isOurs(key)) return key;
  return Object.hasOwn(table, '*') ? table['*'] : undefined;
}

function without(path: string, word: string): Problem {
  return {
    path,
    zh: `“${word}”在对照表中没有对应的代码。`,
    en: `“${word}” has no counterpart in the table.`,
  };
}

function noMoment(path: string): Problem {
  return { path, zh: '没有这个日期或时间。', en: 'There is no such date or time.' };
}

/** Which property of the city's ticket a field of ours comes from, to tell the city where it is wrong. */
const SOURCES: Readonly<Record<string, string>> = {
  demandKind: 'kind',
  demandClass: 'class',
  place: 'address',
  cityNumber: 'number',
  cityDue: 'due',
};

/** Problems of our ticket's fields, told at the places of the city's ticket. */
export function atTheirPlaces(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => {
    const [, field = '', ...rest] = problem.path.split('/');
    return { ...problem, path: ['', SOURCES[field] ?? field, ...rest].join('/') };
  });
}
