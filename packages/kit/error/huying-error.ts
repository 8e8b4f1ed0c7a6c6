import { catalogue, type ErrorCode } from './catalogue.ts';
import type { CatalogueEntry, Locale, Words } from './catalogue-area.ts';

export type ErrorParams = Readonly<Record<string, string | number | null>>;

/** One place in an input (JSON pointer) and what is wrong there. */
export interface Problem extends Words {
  readonly path: string;
}

/** The only error that operations throw: a code of the catalogue, the values its sentences name, and the places where the input is wrong. */
export class HuyingError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly problems: readonly Problem[];

  constructor(code: ErrorCode, params: ErrorParams = {}, problems: readonly Problem[] = []) {
    super(`${code}: ${fill(catalogue[code].en, params)}`);
    this.name = 'HuyingError';
    this.code = code;
    this.params = params;
    this.problems = problems;
  }

  get status(): number {
    return catalogue[this.code].status;
  }
}

export function isHuyingError(error: unknown): error is HuyingError {
  return error instanceof HuyingError;
}

/** An error as RFC 9457 problem details, in one language. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly remedy: string;
  readonly params: ErrorParams;
  readonly problems?: readonly { readonly path: string; readonly detail: string }[];
}

/** Tells an error in the reader's language. Doors translate with this and nothing else. */
export function problemOf(error: HuyingError, locale: Locale): ProblemDetails {
  const entry: CatalogueEntry = catalogue[error.code];
  const detail = fill(entry[locale], error.params);
  return {
    type: `/docs/errors#${error.code}`,
    title: detail,
    status: entry.status,
    code: error.code,
    detail,
    remedy: fill(locale === 'zh' ? entry.remedyZh : entry.remedyEn, error.params),
    params: error.params,
    ...(error.problems.length > 0
      ? { problems: error.problems.map((problem) => ({ path: problem.path, detail: problem[locale] })) }
      : {}),
  };
}

function fill(sentence: string, params: ErrorParams): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value ?? '');
  });
}
