import type { Problem } from '@huying/kit/error';
import type { RegistryView } from '../../registry/index.ts';
import type { CityTicket } from './ticket.ts';

/** Which of our codes stands for a word of the city's. */
export type WordTable = Readonly<Record<string, string>>;

/** Finds our code for a word that is one, or that names one and no other. */
export type Recognise = (word: string) => string | undefined;

/** How words of one sort are mapped: by the district's table, and where it has no line by what they say. */
export interface WordMapping {
  readonly table: WordTable;
  readonly recognise: Recognise;
}

export interface CityMapping {
  readonly kinds: WordMapping;
  readonly classes: WordMapping;
  readonly urgencies: WordMapping;
}

/** Choices written in the declaration, by code or by Chinese label. */
export function amongOptions(options: Readonly<Record<string, string>>): Recognise {
  return (word) => {
    if (Object.hasOwn(options, word)) return word;
    return Object.entries(options).find(([, label]) => label === word)?.[0];
  };
}

/** Records of a tree, by code or by their Chinese name; of a path (`市容环卫/道路保洁`) the last part is the name. */
export function amongRecords(registry: Pick<RegistryView, 'get' | 'all'>, tree: string, at: number): Recognise {
  return (word) => {
    if (registry.get(tree, word, at) !== undefined) return word;
    const name = word
      .split(/[/>／]/u)
      .at(-1)
      ?.trim();
    const named = registry.all(tree, at).filter((record) => record.name.zh === name);
    return named.length === 1 ? named[0]?.code : undefined;
  };
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
  const demandKind = codeOf(ticket.kind, mapping.kinds);
  const demandClass = codeOf(ticket.class, mapping.classes);
  const urgency = ticket.urgency === undefined ? undefined : codeOf(ticket.urgency, mapping.urgencies);
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

/** The line of the table, else what the word says, else the line for the rest. */
function codeOf(given: string, { table, recognise }: WordMapping): string | undefined {
  const word = given.trim();
  if (Object.hasOwn(table, word)) return table[word];
  return recognise(word) ?? (Object.hasOwn(table, '*') ? table['*'] : undefined);
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

const SOURCES: Readonly<Record<string, string>> = {
  demandKind: 'kind',
  demandClass: 'class',
  place: 'address',
  cityNumber: 'number',
  cityDue: 'due',
};

/** Which property of the city's ticket a field of ours comes from. */
export function sourceOf(field: string): string {
  return SOURCES[field] ?? field;
}

/** Problems of our ticket's fields, told at the places of the city's ticket. */
export function atTheirPlaces(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => {
    const [, field = '', ...rest] = problem.path.split('/');
    return { ...problem, path: ['', sourceOf(field), ...rest].join('/') };
  });
}
