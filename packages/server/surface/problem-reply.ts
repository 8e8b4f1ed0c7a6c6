import { type HuyingError, type Locale, problemOf } from '@huying/kit/error';
import type { FastifyReply } from 'fastify';

const seconds = (error: HuyingError) => (error.code === 'access.tooMany' ? error.params.seconds : undefined);

/** Answers with problem details (RFC 9457) in one language, whoever asked and for whatever. */
export function sendProblem(reply: FastifyReply, error: HuyingError, locale: Locale): FastifyReply {
  const wait = seconds(error);
  if (wait !== undefined && wait !== null) reply.header('retry-after', wait);
  const { allowed } = error.params;
  if (error.code === 'request.method' && typeof allowed === 'string') reply.header('allow', allowed);
  return reply
    .code(error.status)
    .header('content-language', locale)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemOf(error, locale)));
}

/** The same for a connection that never became a request: the whole answer as text of HTTP. */
export function rawProblem(error: HuyingError, locale: Locale): string {
  const body = JSON.stringify(problemOf(error, locale));
  const reason = error.status === 408 ? 'Request Timeout' : 'Bad Request';
  return [
    `HTTP/1.1 ${error.status} ${reason}`,
    'connection: close',
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}
