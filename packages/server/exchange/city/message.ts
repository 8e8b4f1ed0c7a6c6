import type { CaseType, PartnerMessage } from '@huying/kit/case';
import type { CityCase } from './store.ts';

/** What the case engine puts into the outbox for the city. */
export interface CityItem {
  readonly message: PartnerMessage;
  /** Id of the case. */
  readonly case: string;
  readonly cityNumber: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A message as it leaves for the city: words, not our codes, and nothing the city did not ask for. */
export interface CityMessage {
  readonly key: string;
  readonly district: string;
  readonly message: PartnerMessage;
  /** The city's number. */
  readonly number: string;
  /** Ours. */
  readonly case: string;
  readonly at: string;
  readonly said: Readonly<Record<string, unknown>>;
}

/** Which of a step's answers a message tells. Internal reasons, people and units of the district stay at home. */
const TOLD: Readonly<Record<PartnerMessage, readonly string[]>> = {
  signed: ['state'],
  progress: ['state'],
  reply: ['state', 'result', 'answer'],
  return: ['answer'],
  extension: ['days', 'reason', 'note'],
  'call-back': ['solved', 'satisfied', 'note'],
};

export function isCityItem(body: unknown): body is CityItem {
  if (body === null || typeof body !== 'object') return false;
  const item = body as Partial<Record<keyof CityItem, unknown>>;
  return (
    typeof item.message === 'string' &&
    Object.hasOwn(TOLD, item.message) &&
    typeof item.case === 'string' &&
    typeof item.cityNumber === 'string' &&
    typeof item.at === 'number' &&
    item.fields !== null &&
    typeof item.fields === 'object'
  );
}

/**
 * Puts a step into the city's words. An extension names the due time that the city is asked for; one that the district granted inside the
 * city's deadline, the due time that it now works to, where it is known.
 */
export function cityMessage(
  district: string,
  key: string,
  item: CityItem,
  known: CityCase | undefined,
  type: CaseType | undefined,
): CityMessage {
  const names = TOLD[item.message];
  const said = Object.fromEntries(
    names.flatMap((name): [string, unknown][] => {
      const value = item.fields[name];
      return value === undefined || value === null ? [] : [[name, inWords(name, value, type)]];
    }),
  );
  const { until } = item.fields;
  const asked = typeof until === 'number' ? new Date(until) : known?.due;
  const due = item.message === 'extension' && asked ? { due: asked.toISOString() } : {};
  return {
    key,
    district,
    message: item.message,
    number: item.cityNumber,
    case: typeof item.fields.number === 'string' ? item.fields.number : (known?.number ?? ''),
    at: new Date(item.at).toISOString(),
    said: { ...said, ...due },
  };
}

function inWords(name: string, value: unknown, type: CaseType | undefined): unknown {
  if (type === undefined || typeof value !== 'string') return value;
  if (name === 'state') return type.states[value] ?? value;
  if (name === 'result') return type.results[value] ?? value;
  const field = type.fields[name];
  if (field?.kind !== 'choice' || field.source.from !== 'options') return value;
  const options: Readonly<Record<string, string>> = field.source.options;
  return options[value] ?? value;
}
