/** One place in what was sent (JSON pointer) and what is wrong there, in the reader's language. */
export interface RefusedPlace {
  readonly path: string;
  readonly detail: string;
}

/** The server's refusal, as RFC 9457 problem details tell it. */
export class Refusal extends Error {
  readonly status: number;
  /** A code of the error catalogue; '' where something between browser and server answered instead. */
  readonly code: string;
  readonly detail: string;
  readonly remedy: string;
  readonly params: Readonly<Record<string, string | number | null>>;
  readonly places: readonly RefusedPlace[];

  constructor(status: number, told: unknown) {
    const said = isObject(told) ? told : {};
    const detail = textOf(said.detail) || textOf(said.title);
    super(detail || `HTTP ${status}`);
    this.name = 'Refusal';
    this.status = status;
    this.code = textOf(said.code);
    this.detail = detail;
    this.remedy = textOf(said.remedy);
    this.params = paramsOf(said.params);
    this.places = placesOf(said.problems);
  }
}

/** No answer came: the line is down or the server is. Whether the request took effect is not known. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server did not answer.', { cause });
    this.name = 'Unreachable';
  }
}

export function isRefusal(error: unknown, code?: string): error is Refusal {
  return error instanceof Refusal && (code === undefined || error.code === code);
}

/** Whether it is not known if the request took effect: then, and only then, it is sent again under the same key. */
export function isUncertain(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Refusal && error.status >= 500);
}

/** The refused places by the name of the field, the last step of their pointer under `at` (`/asked`, `/fields`, or none). */
export function placesByField(places: readonly RefusedPlace[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { path, detail } of places) {
    const steps = path.split('/').slice(1);
    const name = ['asked', 'fields'].includes(steps[0] ?? '') ? steps[1] : steps[0];
    if (name === undefined) continue;
    const key = name.replaceAll('~1', '/').replaceAll('~0', '~');
    found[key] ??= detail;
  }
  return found;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function paramsOf(value: unknown): Refusal['params'] {
  if (!isObject(value)) return {};
  const plain = Object.entries(value).filter(
    (entry): entry is [string, string | number | null] =>
      entry[1] === null || typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(plain);
}

function placesOf(value: unknown): readonly RefusedPlace[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((place) => ({ path: textOf(place.path), detail: textOf(place.detail) }));
}
