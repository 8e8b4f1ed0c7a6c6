import { HuyingError, isHuyingError, problemOf } from '@huying/kit/error';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { publicOutlineOperation } from '../../board/index.ts';
import { type FileServices, readFile } from '../../file/index.ts';
import { type Capacity, runOperation } from '../../ledger/index.ts';
import {
  intakePoll,
  type LivelihoodOperations,
  type PromiseServices,
  publicPhoto,
  siteColumns,
} from '../../promise/index.ts';
import { projectCsv } from '../livelihood-data.ts';
import { listPage } from '../livelihood-list-page.ts';
import { addressOf, livelihoodShell, type PageReader, told } from '../livelihood-page.ts';
import { projectPage } from '../livelihood-project-page.ts';
import { livelihoodWords } from '../livelihood-words.ts';
import { type OperationDoor, operationRoute } from '../operation-route.ts';
import { escaped } from '../plain-page.ts';
import { districtRoute, openRoute, type Route } from '../route.ts';
import { uploadedTable } from '../uploaded-table.ts';

const closed = { additionalProperties: false } as const;
const uuid = Type.String({ pattern: '^[0-9a-f-]{36}$' });
const byId = Type.Object({ id: uuid }, closed);
const group = 'livelihood' as const;

/** Livelihood projects: candidates, votes, sites, evaluations, for those of the district; pages of what is published, for everybody. */
export function livelihoodRoutes(
  services: PromiseServices & FileServices,
  operations: LivelihoodOperations,
  publicDistrict: (named: string | undefined) => Promise<string>,
): Route[] {
  return [
    ...doorsOf(operations).map((door) => operationRoute(services, door)),
    castRoute(services, operations),
    ...uploadRoutes(services, operations),
    ...publicRoutes(services, operations, publicDistrict),
  ];
}

function doorsOf(operations: LivelihoodOperations): OperationDoor[] {
  const get = (path: string, operation: OperationDoor['operation']): OperationDoor => ({
    method: 'GET',
    path,
    operation,
    group,
  });
  const post = (path: string, operation: OperationDoor['operation']): OperationDoor => ({
    method: 'POST',
    path,
    operation,
    group,
  });
  return [
    get('/api/livelihood/clusters', operations.clusters),
    get('/api/livelihood/clusters/cases', operations.clusterRows),
    get('/api/livelihood/candidates', operations.candidates),
    post('/api/livelihood/candidates', operations.propose),
    get('/api/livelihood/candidates/:id', operations.candidate),
    post('/api/livelihood/candidates/:id', operations.edit),
    post('/api/livelihood/candidates/:id/screen', operations.screen),
    post('/api/livelihood/candidates/:id/origin', operations.addOrigin),
    post('/api/livelihood/candidates/:id/project', operations.make),
    get('/api/livelihood/votes', operations.votes),
    post('/api/livelihood/votes', operations.prepareVote),
    get('/api/livelihood/votes/:id', operations.vote),
    post('/api/livelihood/votes/:id/open', operations.openVote),
    post('/api/livelihood/votes/:id/close', operations.closeVote),
    post('/api/livelihood/votes/:id/check', operations.checkTotals),
    post('/api/livelihood/votes/:id/certify', operations.certify),
    post('/api/livelihood/votes/:id/decide', operations.decide),
    get('/api/livelihood/votes/:id/recount', operations.recount),
    get('/api/livelihood/projects/:promise/sites', operations.sites),
    post('/api/livelihood/projects/:promise/sites', operations.putSite),
    post('/api/livelihood/sites/:id/report', operations.reportSite),
    post('/api/livelihood/sites/:id/verify', operations.verifySite),
    post('/api/livelihood/sites/:id/cancel', operations.cancelSite),
    get('/api/livelihood/projects/:promise/evaluations', operations.evaluations),
    post('/api/livelihood/projects/:promise/evaluations', operations.evaluate),
    post('/api/livelihood/projects/:promise/evaluations/publish', operations.publishEvaluations),
  ];
}

/**
 * A ballot. Whatever key comes with it is left unread: a kept key holds a hash of who sent what, and with a few million guesses that
 * tells the ballot.
 */
function castRoute(services: PromiseServices, { cast }: LivelihoodOperations): Route {
  const { name, summary } = cast;
  const body = Type.Object({ choices: Type.Record(Type.String(), Type.String()) }, closed);
  const path = '/api/livelihood/votes/:id/ballot';
  return districtRoute(
    { method: 'POST', path, name, group, summary, params: byId, body, answer: cast.output },
    ({ capacity, params, body: given }) => {
      const input = { id: params.id, choices: given.choices as Record<string, 'approve'> };
      return runOperation(services, cast, { ...capacity, input });
    },
  );
}

function uploadRoutes(services: PromiseServices, operations: LivelihoodOperations): Route[] {
  const { importSites, readTotals, certifyPoll } = operations;
  return [
    districtRoute(
      {
        method: 'POST',
        path: '/api/livelihood/projects/:promise/sites/import',
        name: importSites.name,
        group,
        summary: {
          zh: `${importSites.summary.zh}（xlsx 或 csv，表头：${siteColumns.join('、')}）`,
          en: `${importSites.summary.en} (xlsx or csv)`,
        },
        params: Type.Object({ promise: uuid }, closed),
        body: 'multipart',
        answer: importSites.output,
      },
      async ({ capacity, params, request }) => {
        const input = { ...params, table: await uploadedTable(request) };
        return runOperation(services, importSites, { ...capacity, input });
      },
    ),
    districtRoute(
      {
        method: 'POST',
        path: '/api/livelihood/votes/:id/totals',
        name: readTotals.name,
        group,
        summary: readTotals.summary,
        params: byId,
        body: 'multipart',
        answer: readTotals.output,
      },
      async ({ capacity, params, request }) => {
        const input = { ...params, table: await uploadedTable(request) };
        return runOperation(services, readTotals, { ...capacity, input });
      },
    ),
    districtRoute(
      {
        method: 'POST',
        path: '/api/livelihood/votes/:id/poll',
        name: certifyPoll.name,
        group,
        summary: certifyPoll.summary,
        params: byId,
        query: Type.Object(
          { version: Type.Integer({ minimum: 1 }), document: Type.String({ minLength: 1, maxLength: 200 }) },
          closed,
        ),
        body: 'multipart',
        answer: certifyPoll.output,
      },
      async ({ capacity, params, query, request }) => {
        if (!request.isMultipart()) throw new HuyingError('request.mediaType', { expected: 'multipart/form-data' });
        const part = await request.file();
        if (part === undefined) throw new HuyingError('file.empty');
        return intakePoll(services, capacity, {
          ...params,
          ...query,
          name: part.filename.slice(0, 200),
          stream: part.file,
        });
      },
    ),
  ];
}

const HTML = 'text/html; charset=utf-8';
const asked = {
  district: Type.Optional(Type.String({ maxLength: 16 })),
  lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])),
};
const query = Type.Object(asked, closed);
const publicGroup = { group: 'public', allowance: 'read' } as const;

function publicRoutes(
  services: PromiseServices & FileServices,
  { publicList, publicProject, object }: LivelihoodOperations,
  publicDistrict: (named: string | undefined) => Promise<string>,
): Route[] {
  const outline = publicOutlineOperation(services);
  const capacityOf = async ({ district, locale }: PageReader): Promise<Capacity> => {
    const tenant = await publicDistrict(district);
    return { tenant, actor: { kind: 'public', account: null, post: null, name: '' }, locale };
  };
  const readerOf = (
    given: { readonly lang?: 'zh' | 'en'; readonly district?: string },
    request: FastifyRequest,
  ): PageReader => ({
    locale: given.lang ?? request.locale,
    district: given.district,
  });
  const read = async (reader: PageReader, id: string) =>
    runOperation(services, publicProject, { ...(await capacityOf(reader)), input: { id } });
  return [
    openRoute(
      {
        ...publicGroup,
        method: 'GET',
        path: '/public/livelihood',
        name: publicList.name,
        summary: publicList.summary,
        query: Type.Object({ ...asked, year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })) }, closed),
        answer: 'text/html',
      },
      async ({ query: given, request, reply }) => {
        const { year, ...where } = given;
        const reader = readerOf(where, request);
        const input = year === undefined ? {} : { year };
        const capacity = await capacityOf(reader);
        const list = await runOperation(services, publicList, { ...capacity, input });
        const drawn = await runOperation(services, outline, { ...capacity, input: {} });
        reply.type(HTML).header('cache-control', 'public, max-age=60');
        return listPage(reader, list, drawn);
      },
    ),
    openRoute(
      {
        ...publicGroup,
        method: 'GET',
        path: '/public/livelihood/:id',
        name: publicProject.name,
        summary: publicProject.summary,
        params: byId,
        query,
        answer: 'text/html',
      },
      async ({ params, query: given, request, reply }) => {
        const reader = readerOf(given, request);
        const project = await read(reader, params.id);
        const drawn = await runOperation(services, outline, { ...(await capacityOf(reader)), input: {} });
        reply.type(HTML).header('cache-control', 'public, max-age=60');
        return projectPage(reader, project, drawn);
      },
    ),
    openRoute(
      {
        ...publicGroup,
        method: 'GET',
        path: '/public/livelihood/:id/data.csv',
        name: 'livelihood.publicData',
        summary: { zh: '民生实事数据', en: 'The data of a livelihood project' },
        params: byId,
        query,
        answer: 'text/csv',
      },
      async ({ params, query: given, request, reply }) => {
        const project = await read(readerOf(given, request), params.id);
        reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="${project.number}.csv"`);
        return projectCsv(project);
      },
    ),
    openRoute(
      {
        ...publicGroup,
        method: 'GET',
        path: '/public/livelihood/photos/:id',
        name: 'livelihood.publicPhoto',
        summary: { zh: '点位现场照片', en: 'A photo of a site' },
        params: byId,
        query,
        answer: 'image/jpeg',
      },
      async ({ params, query: given, request, reply }) => {
        const capacity = await capacityOf(readerOf(given, request));
        const file = await publicPhoto(services, capacity, params.id);
        const content = await readFile(services.files, capacity.tenant, file, 'thumb');
        reply.type('image/jpeg').header('cache-control', 'public, max-age=86400');
        return content;
      },
    ),
    openRoute(
      {
        group: 'public',
        allowance: 'open',
        method: 'POST',
        path: '/public/livelihood/:id/objections',
        name: 'livelihood.publicObjection',
        summary: object.summary,
        params: byId,
        query,
        body: 'multipart',
        answer: 'text/html',
      },
      async ({ params, query: given, request, reply }) => {
        const reader = readerOf(given, request);
        const path = `/public/livelihood/${params.id}`;
        reply.type(HTML);
        try {
          const input = { id: params.id, ...(await fieldsOf(request)) };
          const { objection, due } = await runOperation(services, object, { ...(await capacityOf(reader)), input });
          const body = `<p>${told(reader.locale, 'receipt', { id: objection, due })}</p>`;
          return livelihoodShell(reader, livelihoodWords.received[reader.locale], path, body);
        } catch (error) {
          if (!isHuyingError(error)) throw error;
          // A form without a script is answered by a page, not by a document for programs.
          const { detail, remedy, status } = problemOf(error, reader.locale);
          reply.code(status);
          const again = `<a href="${addressOf(reader, path)}">${told(reader.locale, 'tryAgain')}</a>`;
          const body = `<p role="alert">${escaped(detail)} ${escaped(remedy ?? '')}</p><p>${again}</p>`;
          return livelihoodShell(reader, livelihoodWords.fault[reader.locale], path, body);
        }
      },
    ),
  ];
}

/** What a form without a script says: its words, and who, where that was given. */
async function fieldsOf(request: FastifyRequest): Promise<{ words: string; who?: string }> {
  if (!request.isMultipart()) throw new HuyingError('request.mediaType', { expected: 'multipart/form-data' });
  const said = new Map<string, string>();
  for await (const part of request.parts({ limits: { files: 0, fields: 4, fieldSize: 20_000 } })) {
    if (part.type === 'field' && typeof part.value === 'string')
      said.set(part.fieldname, part.value.replaceAll('\0', '').trim());
  }
  const who = said.get('who') ?? '';
  return { words: said.get('words') ?? '', ...(who === '' ? {} : { who }) };
}
