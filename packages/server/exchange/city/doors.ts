import { HuyingError, isHuyingError, type Locale, type ProblemDetails, problemOf } from '@huying/kit/error';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { CaseServices } from '../../case/index.ts';
import { type Capacity, checkInput } from '../../ledger/index.ts';
import { readJson } from '../signature/json-text.ts';
import { importTickets } from './import-tickets.ts';
import { provePartner } from './partner-key.ts';
import { receiveNotice } from './receive-notice.ts';
import { receiveTicket, theCity } from './receive-ticket.ts';
import { CityNotice, CityTicket, CityTickets, type Taken } from './ticket.ts';

/** Largest body, megabytes. */
const MEGABYTES = 10;
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What became of one of many tickets. */
type Answer = Taken | { readonly number: string; readonly status: 'refused'; readonly problem: ProblemDetails };

/**
 * The doors for the city's platform: `POST /exchange/city/tickets` (JSON, one or many; xlsx) and `POST /exchange/city/notices`.
 * Both ask for a key and a signature (Standard Webhooks), never for a session; every error is problem details in JSON.
 */
export function registerCityDoors(app: FastifyInstance, services: CaseServices): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    const whole = { parseAs: 'buffer', bodyLimit: MEGABYTES * 1_048_576 } as const;
    // The signature is over the bytes as they came; what they say is read after it has been proven.
    scope.addContentTypeParser(['application/json', XLSX], whole, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error, request, reply) => sendError(error, request, reply));

    scope.post('/exchange/city/tickets', async (request, reply) => {
      const { body, capacity } = await proven(services, request);
      if (mediaType(request) === XLSX) return importTickets(services, capacity, body);
      const given = jsonIn(body);
      checkInput(CityTickets, given);
      if (!Array.isArray(given)) {
        checkInput(CityTicket, given);
        const taken = await receiveTicket(services, capacity, given as CityTicket);
        return reply.code(taken.status === 'opened' ? 201 : 200).send(taken);
      }
      return { tickets: await receiveAll(services, capacity, given as readonly CityTicket[]) };
    });

    scope.post('/exchange/city/notices', async (request) => {
      const { body, capacity, messageId } = await proven(services, request);
      if (mediaType(request) === XLSX) throw new HuyingError('request.mediaType', { expected: 'application/json' });
      const notice = jsonIn(body);
      checkInput(CityNotice, notice);
      return receiveNotice(services, capacity, notice as CityNotice, messageId);
    });
  });
}

const takenSchema = Type.Object({
  number: Type.String(),
  status: Type.Union([Type.Literal('opened'), Type.Literal('repeated'), Type.Literal('noted')]),
  case: Type.String(),
});

/** The doors as the documents of the interface tell them; they stand open, and ask for their own key and signature. */
export const cityDoorFaces = [
  {
    method: 'POST',
    path: '/exchange/city/tickets',
    access: 'open',
    name: 'exchange.tickets',
    group: 'operation',
    summary: { zh: '市平台转来工单', en: 'Tickets of the city’s platform' },
    body: CityTickets,
    answer: takenSchema,
  },
  {
    method: 'POST',
    path: '/exchange/city/notices',
    access: 'open',
    name: 'exchange.notices',
    group: 'operation',
    summary: { zh: '市平台通知', en: 'Notices of the city’s platform' },
    body: CityNotice,
    answer: Type.Object({
      number: Type.String(),
      status: Type.Union([Type.Literal('acted'), Type.Literal('noted'), Type.Literal('repeated')]),
      action: Type.Optional(Type.String()),
    }),
  },
] as const;

async function proven(
  services: CaseServices,
  request: FastifyRequest,
): Promise<{ readonly body: Buffer; readonly capacity: Capacity; readonly messageId: string }> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const { tenant, messageId } = await provePartner(services, request.headers, body);
  return { body, messageId, capacity: { tenant, actor: theCity, locale: localeOf(request) } };
}

/** Each ticket for itself: one that is refused holds up none of the others. */
async function receiveAll(
  services: CaseServices,
  capacity: Capacity,
  tickets: readonly CityTicket[],
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const ticket of tickets) {
    try {
      answers.push(await receiveTicket(services, capacity, ticket));
    } catch (error) {
      if (!isHuyingError(error) || error.status >= 500) throw error;
      answers.push({ number: ticket.number, status: 'refused', problem: problemOf(error, capacity.locale ?? 'zh') });
    }
  }
  return answers;
}

function jsonIn(body: Buffer): unknown {
  const read = readJson(body);
  if (read === undefined) throw new HuyingError('request.json');
  return read.value;
}

function mediaType(request: FastifyRequest): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function localeOf(request: FastifyRequest): Locale {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
}

function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const told = ofDoor(error);
  // What nobody foresaw is the surface's to log and to tell.
  if (told === undefined) throw error;
  const locale = localeOf(request);
  return reply
    .code(told.status)
    .header('cache-control', 'no-store')
    .header('content-language', locale)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemOf(told, locale)));
}

function ofDoor(error: unknown): HuyingError | undefined {
  if (isHuyingError(error)) return error;
  const code = error !== null && typeof error === 'object' && 'code' in error ? error.code : undefined;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new HuyingError('request.tooLarge', { limit: `${MEGABYTES} MB` });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new HuyingError('request.mediaType', { expected: `application/json, ${XLSX}` });
  }
  return undefined;
}
