import { HuyingError } from '@huying/kit/error';
import Type, { type TObject } from 'typebox';
import { sheetRows } from '../../exchange/index.ts';
import { type Operation, runOperation, type Services } from '../../ledger/index.ts';
import type { ProjectOperations } from '../../promise/index.ts';
import { operationRoute, publicOperationRoute } from '../operation-route.ts';
import { districtRoute, type Method, type Route } from '../route.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const group = 'project' as const;

/** Figures asked of units, the year's targets, projects. */
export function projectRoutes(
  services: Services,
  operations: ProjectOperations,
  districtOf: (named: string | undefined) => Promise<string>,
): Route[] {
  const route = (method: Method, path: string, operation: keyof ProjectOperations, versionAs?: 'version') =>
    operationRoute(services, {
      method,
      path,
      operation: operations[operation] as Operation<unknown, unknown>,
      group,
      ...(versionAs === undefined ? {} : { versionAs }),
    });
  return [
    route('GET', '/api/figures', 'sheet'),
    route('POST', '/api/figures', 'save'),
    workbookRoute(services, '/api/figures/template.xlsx', operations.template as Workbook),
    importRoute(services, '/api/figures/import', operations.importFigures as Taker),
    route('POST', '/api/figures/ask', 'ask'),
    route('GET', '/api/figures/burden', 'burden'),
    route('GET', '/api/figures/periods', 'periods'),
    route('POST', '/api/figures/freeze', 'freeze'),
    route('POST', '/api/figures/release', 'release'),
    route('POST', '/api/figures/doubts/:id', 'explain'),
    route('GET', '/api/targets', 'targets'),
    route('POST', '/api/targets/:id', 'describeTarget', 'version'),
    publicOperationRoute(
      services,
      {
        method: 'GET',
        path: '/public/targets/:year',
        operation: operations.publicTargets as Operation<unknown, unknown>,
        group: 'public',
      },
      districtOf,
    ),
    route('GET', '/api/projects', 'table'),
    route('GET', '/api/projects/points', 'points'),
    route('GET', '/api/choices/people', 'people'),
    workbookRoute(services, '/api/projects/template.xlsx', operations.projectTemplate as Workbook),
    importRoute(services, '/api/projects/import', operations.importProjects as Taker),
    route('GET', '/api/projects/blockers/:blocker', 'blocker'),
    route('GET', '/api/projects/:id', 'read'),
    route('POST', '/api/projects/:id', 'describe', 'version'),
    route('POST', '/api/projects/:id/stages/:stage', 'planStage', 'version'),
    route('POST', '/api/projects/:id/blockers', 'raiseBlocker'),
    route('POST', '/api/projects/blockers/:blocker/move', 'moveBlocker', 'version'),
    route('POST', '/api/projects/blockers/:blocker/clear', 'clearBlocker', 'version'),
    route('POST', '/api/projects/:id/visits', 'addVisit'),
    route('POST', '/api/projects/:id/sites/:site/permits', 'setPermit'),
  ];
}

type Workbook = Operation<unknown, { readonly name: string; readonly content: string }>;

/** A workbook under its name. */
function workbookRoute(services: Services, path: string, operation: Workbook): Route {
  const read = operationRoute(services, {
    method: 'GET',
    path,
    operation: operation as Operation<unknown, unknown>,
    group,
  });
  return {
    ...read,
    answer: XLSX,
    async run({ query, capacity, reply }) {
      if (capacity === undefined) throw new HuyingError('identity.noDistrict');
      const book = await runOperation(services, operation, { ...capacity, input: { ...(query as object) } });
      const name = encodeURIComponent(book.name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
      reply.headers({
        'content-type': XLSX,
        'content-disposition': `attachment; filename="sheet.xlsx"; filename*=UTF-8''${name}`,
        'cache-control': 'no-store',
      });
      return Buffer.from(book.content, 'base64');
    },
  };
}

type Taker = Operation<{ readonly rows: readonly (readonly (string | number | null)[])[] }, unknown>;

/** A workbook comes as base64 beside what else the operation asks for; the operation is handed the cells of its first sheet. */
function importRoute(services: Services, path: string, operation: Taker): Route {
  const { rows: _, ...rest } = (operation.input as TObject).properties;
  const body = Type.Object(
    { ...rest, content: Type.String({ minLength: 8, description: 'xlsx in base64' }) },
    { additionalProperties: false },
  );
  const { name, summary, output } = operation;
  return districtRoute(
    { method: 'POST', path, name, summary, group, body, answer: output, takesKey: true },
    async (door) => {
      const { content, ...said } = door.body as { readonly content: string };
      const cells = (await sheetRows(Buffer.from(content, 'base64'))).reduce<(string | number | null)[][]>(
        (rows, { number, values }) => {
          while (rows.length < number - 1) rows.push([]);
          // exceljs counts columns from one.
          rows.push(Array.from(values.slice(1), cellOf));
          return rows;
        },
        [],
      );
      const key = door.request.headers['idempotency-key'];
      if (Array.isArray(key)) throw new HuyingError('ledger.keyInvalid');
      const call = { ...door.capacity, input: { ...said, rows: cells }, ...(key === undefined ? {} : { key }) };
      return runOperation(services, operation, call);
    },
  );
}

/** What a cell says: a formula is told as one, a day as it is written. */
function cellOf(value: unknown): string | number | null {
  if (typeof value === 'string') return value.slice(0, 4000);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (value === null || typeof value !== 'object') return value === undefined || value === null ? null : String(value);
  if ('formula' in value || 'sharedFormula' in value) return '=';
  if ('richText' in value && Array.isArray(value.richText)) {
    return value.richText
      .map((run: { readonly text?: unknown }) => String(run.text ?? ''))
      .join('')
      .slice(0, 4000);
  }
  return 'text' in value ? String(value.text).slice(0, 4000) : null;
}
