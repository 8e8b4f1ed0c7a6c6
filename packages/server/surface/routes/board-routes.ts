import { HuyingError } from '@huying/kit/error';
import type { BoardOperations, BoardRequest } from '../../board/index.ts';
import { runOperation, type Services } from '../../ledger/index.ts';
import { operationRoute } from '../operation-route.ts';
import type { Route } from '../route.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Boards: which there are, each filled in, and as a workbook. */
export function boardRoutes(services: Services, operations: BoardOperations): Route[] {
  const group = 'board' as const;
  const read = operationRoute(services, { method: 'GET', path: '/api/boards/:id', operation: operations.read, group });
  const { name, summary } = operations.export;
  return [
    operationRoute(services, { method: 'GET', path: '/api/boards', operation: operations.list, group }),
    read,
    {
      ...read,
      path: '/api/boards/:id/export.xlsx',
      name,
      summary,
      answer: XLSX,
      async run({ params, query, capacity, reply }) {
        if (capacity === undefined) throw new HuyingError('identity.noDistrict');
        const input = { ...(params as object), ...(query as object) } as BoardRequest;
        const book = await runOperation(services, operations.export, { ...capacity, input });
        reply.headers({
          'content-type': XLSX,
          'content-disposition': `attachment; filename="board.xlsx"; filename*=UTF-8''${encoded(book.name)}`,
          'cache-control': 'no-store',
        });
        return Buffer.from(book.content, 'base64');
      },
    },
  ];
}

/** RFC 6266: the name as it is, for readers that know UTF-8. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
