import { HuyingError, isHuyingError } from '@huying/kit/error';
import { isDatabaseError, type Log } from '../db/index.ts';

/** Whatever went wrong, as an error of the catalogue. What nobody foresaw is logged under `reference` and told as request.internal. */
export function foreseen(error: unknown, reference: string, log: Log): HuyingError {
  if (isHuyingError(error)) {
    if (error.status >= 500) log.error({ reference, code: error.code, ...traceOf(error) }, 'A request failed.');
    return error;
  }
  const known = ofFastify(error);
  if (known !== undefined) return known;
  // A value no column can hold got past a schema: the sender can mend it, and nothing was kept.
  if (isDatabaseError(error) && /^22/.test(error.code ?? '')) {
    log.warn({ reference, state: error.code, ...traceOf(error) }, 'A value got past its schema.');
    return new HuyingError('request.invalid', { count: 1 });
  }
  log.error({ reference, ...traceOf(error) }, 'A request failed in a way nobody foresaw.');
  return new HuyingError('request.internal', { reference });
}

/** Largest JSON body, bytes. */
export const largestJson = 1_048_576;

function ofFastify(error: unknown): HuyingError | undefined {
  const { code = '', statusCode } = (error ?? {}) as { readonly code?: string; readonly statusCode?: number };
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new HuyingError('request.tooLarge', { limit: '1 MB' });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return new HuyingError('request.mediaType', { expected: 'application/json' });
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new HuyingError('request.json');
    case 'FST_ERR_HANDLER_TIMEOUT':
      return new HuyingError('request.slow', { seconds: handlerSeconds });
    case 'FST_ERR_NOT_FOUND':
      return new HuyingError('request.notFound');
    default:
      return statusCode !== undefined && statusCode >= 400 && statusCode < 500
        ? new HuyingError('request.malformed')
        : undefined;
  }
}

/** What one request may take, seconds; a statement of the database is stopped before that. */
export const handlerSeconds = 60;

/**
 * Where an error came from, without what it said of anyone: values in quotation marks are left out, since databases and parsers quote
 * what they were given.
 */
export function traceOf(error: unknown): { readonly failure: string; readonly trace: readonly string[] } {
  if (!(error instanceof Error)) return { failure: typeof error, trace: [] };
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const said = isHuyingError(error) ? error.code : error.message.replaceAll(/(["'“‘]).*?(["'”’]|$)/gs, '$1…$2');
  const trace = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { failure: `${error.name}${code}: ${said.slice(0, 300)}`, trace: trace.slice(0, 12).map((at) => at.trim()) };
}
