import { Readable } from 'node:stream';
import { HuyingError } from '@huying/kit/error';
import { type Opened, openBytes, Unreadable } from '@huying/reader/formats';
import Type from 'typebox';
import { type FileServices, receiveFile } from '../../file/index.ts';
import { type Capacity, runOperation } from '../../ledger/index.ts';
import type { ReportOperations } from '../../promise/index.ts';
import { operationRoute } from '../operation-route.ts';
import { districtRoute, type Method, type Route } from '../route.ts';

const closed = { additionalProperties: false } as const;
/** Enough for every original; the reader has limits of its own. */
const LARGEST = 50 * 1024 * 1024;
const ways = ['likeness', 'year', 'place'] as const;

/** Work reports: uploaded, reviewed, compared, and made into plans. */
export function reportRoutes(services: FileServices, operations: ReportOperations): Route[] {
  const route = (method: Method, path: string, operation: keyof ReportOperations, versionAs?: 'version') =>
    operationRoute(services, {
      method,
      path,
      operation: operations[operation],
      group: 'report',
      ...(versionAs === undefined ? {} : { versionAs }),
    });
  return [
    route('GET', '/api/reports', 'list'),
    uploadRoute(services, operations),
    route('GET', '/api/reports/:report', 'read'),
    route('GET', '/api/reports/:report/items', 'items'),
    route('GET', '/api/reports/:report/compare', 'compare'),
    route('POST', '/api/reports/:report/merge', 'merge'),
    route('POST', '/api/reports/:report/items/:no/accept', 'accept', 'version'),
    route('POST', '/api/reports/:report/items/:no/dismiss', 'dismiss', 'version'),
    route('POST', '/api/reports/:report/items/:no/reopen', 'reopen', 'version'),
    route('POST', '/api/reports/:report/items/:no/assign', 'assign', 'version'),
    route('GET', '/api/reports/:report/items/:no/projects', 'likeProjects'),
    route('POST', '/api/reports/:report/items/:no/tie', 'tie', 'version'),
    route('POST', '/api/reports/:report/items/:no/split', 'split', 'version'),
    route('POST', '/api/reports/:report/plans', 'draftPlan'),
    route('GET', '/api/plans', 'plans'),
    route('GET', '/api/plans/:plan', 'readPlan'),
    route('POST', '/api/plans/:plan/lines/:promise', 'changeLine', 'version'),
    route('POST', '/api/plans/:plan/send', 'sendPlan', 'version'),
    route('POST', '/api/plans/:plan/answer', 'answerPlan'),
    route('POST', '/api/plans/:plan/comments/:comment', 'settleComment', 'version'),
    route('POST', '/api/plans/:plan/decide', 'decidePlan', 'version'),
    route('POST', '/api/plans/:plan/issue', 'issuePlan', 'version'),
  ];
}

/** A report as a file: .txt, .html, .docx or .pdf. Where the original is of a kind that is kept, it is kept beside its text. */
function uploadRoute(services: FileServices, operations: ReportOperations): Route {
  const { name, summary, output } = operations.upload;
  return districtRoute(
    {
      method: 'POST',
      path: '/api/reports',
      name,
      summary,
      group: 'report',
      query: Type.Object(
        {
          year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
          despite: Type.Optional(
            Type.String({
              maxLength: 40,
              description: 'likeness, year, place: what is right although the text says otherwise',
            }),
          ),
        },
        closed,
      ),
      body: 'multipart',
      answer: output,
    },
    async ({ capacity, query, request }) => {
      if (!request.isMultipart()) throw new HuyingError('request.mediaType', { expected: 'multipart/form-data' });
      const part = await request.file({ limits: { fileSize: LARGEST } });
      if (part === undefined) throw new HuyingError('file.empty');
      const bytes = await part.toBuffer();
      const opened = await openFile(bytes);
      const file = await keptOriginal(services, capacity, part.filename, bytes, opened);
      const despite = (query.despite ?? '').split(',').flatMap((one) => ways.find((way) => way === one.trim()) ?? []);
      const input = {
        text: opened.text,
        despite: [...new Set(despite)],
        ...(opened.pageStarts === undefined ? {} : { pageStarts: [...opened.pageStarts] }),
        ...(query.year === undefined ? {} : { year: query.year }),
        ...(file === undefined ? {} : { file }),
      };
      return runOperation(services, operations.upload, { ...capacity, input });
    },
  );
}

/** @throws reader.* */
async function openFile(bytes: Uint8Array): Promise<Opened> {
  try {
    return await openBytes(bytes);
  } catch (error) {
    if (error instanceof Unreadable) throw new HuyingError(error.code, error.params);
    throw error;
  }
}

async function keptOriginal(
  services: FileServices,
  capacity: Capacity,
  name: string,
  bytes: Uint8Array,
  { format }: Opened,
): Promise<string | undefined> {
  if (format !== 'docx' && format !== 'pdf') return undefined;
  const stream = Readable.from([bytes]);
  return (await receiveFile(services, { ...capacity, name, stream, zone: 'UTC' })).id;
}
