import Type from 'typebox';
import { openRoute, type Route, type RouteFace } from '../route.ts';
import { documentPage } from './document-page.ts';
import { openApiDocument } from './openapi-document.ts';

/** The documents of the API. @param routes every route there is, these included */
export function documentRoutes(version: string, routes: () => readonly RouteFace[]): Route[] {
  let document: string | undefined;
  return [
    openRoute(
      {
        method: 'GET',
        path: '/api/openapi.json',
        name: 'operation.openapi',
        group: 'operation',
        summary: { zh: '接口说明（OpenAPI 3.1）', en: 'The API as OpenAPI 3.1' },
        answer: Type.Unknown(),
      },
      async ({ reply }) => {
        document ??= JSON.stringify(openApiDocument(version, routes()));
        reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache');
        return document;
      },
    ),
    openRoute(
      {
        method: 'GET',
        path: '/api/docs',
        name: 'operation.docs',
        group: 'operation',
        summary: { zh: '接口说明（页面）', en: 'The API as a page' },
        query: Type.Object(
          { lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) },
          { additionalProperties: false },
        ),
        answer: 'text/html',
      },
      async ({ query, locale, reply }) => {
        reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
        return documentPage(query.lang ?? locale, routes());
      },
    ),
  ];
}
