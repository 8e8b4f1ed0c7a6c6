import type { TSchema } from 'typebox';
import type { Group, RouteFace } from '../route.ts';

type Json = Readonly<Record<string, unknown>>;

export interface OpenApiDocument extends Json {
  readonly openapi: '3.1.0';
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

export const groupNames: Readonly<Record<Group, { readonly zh: string; readonly en: string }>> = {
  session: { zh: '登录与本人', en: 'Signing in' },
  case: { zh: '工单', en: 'Cases' },
  file: { zh: '文件', en: 'Files' },
  notice: { zh: '提醒', en: 'Notices' },
  org: { zh: '单位、账号与岗位', en: 'Units, accounts and posts' },
  parameter: { zh: '参数', en: 'Parameters' },
  registry: { zh: '台账', en: 'Registries' },
  measure: { zh: '统计', en: 'Numbers' },
  board: { zh: '看板', en: 'Boards' },
  promise: { zh: '目标任务', en: 'Promises' },
  livelihood: { zh: '民生实事', en: 'Livelihood projects' },
  project: { zh: '指标与项目', en: 'Figures and projects' },
  report: { zh: '工作报告与分解方案', en: 'Work reports and decomposition plans' },
  exchange: { zh: '市平台', en: "The city's platform" },
  public: { zh: '公众查询', en: "The public's doors" },
  operation: { zh: '运行', en: 'Operation' },
};

/** The API as OpenAPI 3.1, from the same routes and schemas that serve and check it. */
export function openApiDocument(version: string, routes: readonly RouteFace[]): OpenApiDocument {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  const told = [...new Set(routes.map(({ group }) => group))];
  return {
    openapi: '3.1.0',
    info: {
      title: '呼应 Huying',
      version,
      summary: 'Every call answered, every promise kept.',
      description:
        'Sign in at `POST /api/sessions`; the session travels in a cookie. Writes under `/api` carry the header `x-huying: 1`. ' +
        'With an `Idempotency-Key` a repeated request gets the first answer. Errors are problem details (RFC 9457) in Chinese or English, as `Accept-Language` asks.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: told.map((group) => ({ name: group, description: `${groupNames[group].zh} · ${groupNames[group].en}` })),
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'huying_session' } },
      schemas: { Problem: problem },
      responses: {
        Problem: {
          description: '出错时的说明 · Problem details (RFC 9457)',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'remedy', 'params'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'A code of the catalogue of errors' },
    detail: { type: 'string', description: 'What happened' },
    remedy: { type: 'string', description: 'What to do now' },
    params: { type: 'object', additionalProperties: { type: ['string', 'number', 'null'] } },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'detail'],
        properties: { path: { type: 'string', description: 'JSON pointer' }, detail: { type: 'string' } },
      },
    },
  },
} as const;

function operationOf(route: RouteFace): Json {
  const { name, group, summary, access } = route;
  return {
    operationId: name,
    tags: [group],
    summary: `${summary.zh} · ${summary.en}`,
    security: access === 'open' ? [] : [{ session: [] }],
    parameters: parametersOf(route),
    ...bodyOf(route),
    responses: { ...answerOf(route), default: { $ref: '#/components/responses/Problem' } },
  };
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly required?: readonly string[];
}

function parametersOf({ params, query, method, path, takesKey, takesVersion }: RouteFace): Json[] {
  const named = (schema: TSchema | undefined, where: 'path' | 'query') => {
    const { properties = {}, required = [] } = (schema ?? {}) as ObjectSchema;
    return Object.entries(properties).map(([name, one]) => {
      return { name, in: where, required: where === 'path' || required.includes(name), schema: one };
    });
  };
  const header = (name: string, required: boolean, schema: Json) => ({ name, in: 'header', required, schema });
  return [
    ...named(params, 'path'),
    ...named(query, 'query'),
    ...(method !== 'GET' && path.startsWith('/api/') ? [header('x-huying', true, { const: '1' })] : []),
    ...(takesKey ? [header('Idempotency-Key', false, { type: 'string', minLength: 1, maxLength: 200 })] : []),
    ...(takesVersion ? [header('If-Match', false, { type: 'string', examples: ['"12"'] })] : []),
  ];
}

function bodyOf({ body }: RouteFace): Json {
  if (body === undefined) return {};
  if (body !== 'multipart')
    return { requestBody: { required: true, content: { 'application/json': { schema: body } } } };
  const file = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };
  return { requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } } };
}

function answerOf({ answer, summary }: RouteFace): Json {
  const description = `${summary.zh} · ${summary.en}`;
  if (answer === undefined) return { 204: { description } };
  if (typeof answer !== 'string') return { 200: { description, content: { 'application/json': { schema: answer } } } };
  return { 200: { description, content: { [answer]: { schema: { type: 'string' } } } } };
}
