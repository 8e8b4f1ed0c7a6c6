import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly object[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: TSchema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: TSchema }>> };
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly $ref?: string;
        readonly description?: string;
        readonly content?: Readonly<Record<string, { readonly schema: TSchema }>>;
      }
    >
  >;
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

const { surface, ask } = await testProgram(await testDatabase());
const document = (await ask('GET', '/api/openapi.json')).json as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation, at: `${method} ${path}` })),
);
const told = operations.map(({ at, operation }): [string, Operation] => [at, operation]);

describe('the OpenAPI document', () => {
  it('holds every address that answers but the files of the pages, and none that does not', () => {
    const answered = surface.addresses
      .filter(({ method, path }) => method !== 'HEAD' && !path.endsWith('*'))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(operations.map(({ at }) => at).sort()).toEqual([...new Set(answered)].sort());
  });

  it('is one of OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(document.info.title).not.toBe('');
  });

  it('names each operation once', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(operations.map(({ at, path, operation }): [string, string, Operation] => [at, path, operation]))(
    '%s declares exactly the parameters of its path, as required',
    (_at, path, { parameters }) => {
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
      expect(inPath.every(({ required }) => required)).toBe(true);
    },
  );

  it.each(told)('%s says what it answers and how it fails', (_at, { responses }) => {
    expect(Object.keys(responses).length).toBeGreaterThan(1);
    for (const [status, response] of Object.entries(responses)) {
      expect(status).toMatch(/^([1-5]\d\d|default)$/);
      if (response.$ref === undefined) expect(response.description).toBeTruthy();
      else expect(document.components.responses).toHaveProperty(response.$ref.split('/').at(-1) ?? '');
    }
  });

  it.each(told)('%s has schemas that a validator can compile', (_at, operation) => {
    const contents = [operation.requestBody?.content, ...Object.values(operation.responses).map((one) => one.content)];
    const schemas = [
      ...operation.parameters.map(({ schema }) => schema),
      ...contents.flatMap((content) => Object.values(content ?? {}).map(({ schema }) => schema)),
    ];
    for (const schema of schemas) expect(() => Compile(schema)).not.toThrow();
  });

  it('asks for no session where a door is open, and for one everywhere else', () => {
    const open = operations.filter(({ operation }) => operation.security.length === 0).map(({ path }) => path);
    expect(open).toContain('/public/follow');
    expect(open).toContain('/exchange/city/tickets');
    expect(open).not.toContain('/api/cases');
  });
});

describe('the readable page', () => {
  it.each([
    ['zh', '呼应接口说明', '工单列表'],
    ['en', 'Huying API', 'List cases'],
  ])('tells every route in %s', async (lang, title, route) => {
    const { text, headers } = await ask('GET', `/api/docs?lang=${lang}`);
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(text).toContain(title);
    expect(text).toContain(route);
    for (const { name } of surface.routes) expect(text).toContain(`id="${name}"`);
    expect(text).not.toMatch(/<script|https?:\/\//);
  });
});
