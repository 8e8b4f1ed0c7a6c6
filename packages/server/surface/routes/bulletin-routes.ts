import type { OfficialDocument } from '@huying/kit/document';
import Type, { type TSchema } from 'typebox';
import { DOCUMENT_TYPES, type DocumentFormat, madeDocument } from '../../exchange/index.ts';
import { type Operation, runOperation, type Services } from '../../ledger/index.ts';
import type { BulletinOperations } from '../../promise/index.ts';
import { type OperationDoor, operationRoute } from '../operation-route.ts';
import { districtRoute, type Route } from '../route.ts';

const FORMATS: readonly DocumentFormat[] = ['pdf', 'docx', 'xlsx'];
const closed = { additionalProperties: false } as const;
const id = Type.String({ format: 'uuid' });

interface Leaving {
  readonly name: string;
  readonly document: unknown;
}

/** Bulletins and papers: made, signed, published and taken along as files; and the ranking of units. */
export function bulletinRoutes(services: Services, operations: BulletinOperations): Route[] {
  const group = 'promise' as const;
  const versionAs = 'version';
  const one = '/api/bulletins/:id';
  const doors: OperationDoor[] = [
    { method: 'GET', path: '/api/bulletins', operation: operations.list, group },
    { method: 'POST', path: '/api/bulletins', operation: operations.draft, group },
    { method: 'POST', path: '/api/bulletins/letters', operation: operations.draftLetters, group },
    { method: 'GET', path: one, operation: operations.read, group },
    { method: 'POST', path: `${one}/amend`, operation: operations.amend, group, versionAs },
    { method: 'POST', path: `${one}/retake`, operation: operations.retake, group, versionAs },
    { method: 'POST', path: `${one}/issue`, operation: operations.issue, group, versionAs },
    { method: 'POST', path: `${one}/publish`, operation: operations.publish, group, versionAs },
    { method: 'POST', path: `${one}/corrections`, operation: operations.correct, group },
    { method: 'GET', path: '/api/performance', operation: operations.performance, group },
  ];
  return [
    ...doors.map((door) => operationRoute(services, door)),
    ...FORMATS.flatMap((format) => [
      fileRoute(services, `${one}/document.${format}`, Type.Object({ id }, closed), operations.document, format),
      fileRoute(
        services,
        `/api/plans/:plan/document.${format}`,
        Type.Object({ plan: id }, closed),
        operations.planDocument,
        format,
      ),
    ]),
  ];
}

/** A document as a file: content by the operation, its form by the maker of documents, after the transaction. */
function fileRoute<P extends TSchema, I extends object>(
  services: Services,
  path: string,
  params: P,
  operation: Operation<I, Leaving>,
  format: DocumentFormat,
): Route {
  const { summary } = operation;
  const name = `${operation.name}.${format}`;
  const answer = DOCUMENT_TYPES[format];
  return districtRoute({ method: 'GET', path, name, group: 'promise', summary, params, answer }, async (door) => {
    const input = { ...(door.params as object), format } as unknown as I;
    const leaving = await runOperation(services, operation, { ...door.capacity, input });
    const made = await madeDocument(leaving.document as OfficialDocument, format);
    door.reply.headers({
      'content-type': made.type,
      'content-disposition': `attachment; filename="document.${format}"; filename*=UTF-8''${encoded(leaving.name)}.${format}`,
      'cache-control': 'no-store',
    });
    return made.content;
  });
}

/** RFC 6266: the name as it is, for readers that know UTF-8. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
