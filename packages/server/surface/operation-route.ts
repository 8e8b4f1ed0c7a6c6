import { HuyingError } from '@huying/kit/error';
import Type, { type TSchema } from 'typebox';
import { type Capacity, type Operation, runOperation, type Services } from '../ledger/index.ts';
import type { Access, Door, Group, Method, Route } from './route.ts';

/** How an operation is reached. Its input is taken from the path first, then from the query (GET) or the body. */
export interface OperationDoor {
  readonly method: Method;
  readonly path: string;
  readonly operation: Operation<unknown, unknown>;
  readonly group: Group;
  /** The body is this one property of the input, not the rest of it. */
  readonly bodyAs?: string;
  /** The property that `If-Match` fills. */
  readonly versionAs?: string;
  /** Where the answer never changes, browsers keep it. */
  readonly immutable?: boolean;
  /** Turns an answer into the refusal it stands for. */
  readonly judge?: (answer: unknown) => unknown;
}

/** An operation, opened to whoever acts in a district. */
export function operationRoute(services: Services, door: OperationDoor): Route {
  return routeOf(services, door, 'district', (at) => {
    if (at.capacity === undefined) throw new HuyingError('identity.noDistrict');
    return Promise.resolve(at.capacity);
  });
}

/** An operation, opened to the public of the district that `districtOf` finds. */
export function publicOperationRoute(
  services: Services,
  door: OperationDoor,
  districtOf: (named: string | undefined) => Promise<string>,
): Route {
  const route = routeOf(services, door, 'open', async ({ query, locale }) => {
    const { district } = query as { readonly district?: string };
    const tenant = await districtOf(district);
    return { tenant, actor: { kind: 'public', account: null, post: null, name: '' }, locale };
  });
  const query = Type.Object({ district: Type.Optional(Type.String({ maxLength: 16 })) }, closed);
  return { ...route, query, allowance: 'open' };
}

const closed = { additionalProperties: false } as const;

function routeOf(
  services: Services,
  door: OperationDoor,
  access: Access,
  capacityOf: (at: Door<unknown, unknown, unknown>) => Promise<Capacity>,
): Route {
  const { method, path, operation, group, bodyAs, versionAs, immutable, judge = (answer) => answer } = door;
  const parts = partsOf(operation.input, path, method, bodyAs, versionAs);
  return {
    method,
    path,
    access,
    name: operation.name,
    group,
    summary: operation.summary,
    ...parts,
    answer: operation.output,
    takesKey: method !== 'GET',
    takesVersion: versionAs !== undefined,
    run: async (at) => {
      const version = versionAs === undefined ? undefined : versionOf(at.request.headers['if-match']);
      const input = {
        ...(at.params as object),
        ...(method === 'GET' ? (at.query as object) : {}),
        ...(bodyAs === undefined ? (at.body as object | undefined) : { [bodyAs]: at.body ?? {} }),
        ...(version === undefined || versionAs === undefined ? {} : { [versionAs]: version }),
      };
      const key = method === 'GET' ? undefined : at.request.headers['idempotency-key'];
      if (Array.isArray(key)) throw new HuyingError('ledger.keyInvalid');
      const call = { ...(await capacityOf(at)), input, ...(key === undefined ? {} : { key }) };
      const answer = await runOperation(services, operation, call);
      if (immutable) at.reply.header('cache-control', 'private, max-age=31536000, immutable');
      return judge(answer);
    },
  };
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly required?: readonly string[];
}

function partsOf(input: TSchema, path: string, method: Method, bodyAs?: string, versionAs?: string) {
  const { properties, required = [] } = input as ObjectSchema;
  // An input of several shapes comes whole, as the body.
  if (properties === undefined) return method === 'GET' ? {} : { body: input };
  const inPath = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name) && name !== versionAs);
  const objectOf = (names: readonly string[]) =>
    Type.Object(
      Object.fromEntries(
        names.flatMap((name) => {
          const schema = properties[name];
          if (schema === undefined) return [];
          return [[name, required.includes(name) ? schema : Type.Optional(schema)]];
        }),
      ),
      closed,
    );
  const params = inPath.length > 0 ? { params: objectOf(inPath) } : {};
  if (method === 'GET') return { ...params, query: objectOf(rest) };
  const body = bodyAs === undefined ? objectOf(rest) : (properties[bodyAs] ?? Type.Unknown());
  return { ...params, ...(rest.length > 0 ? { body } : {}) };
}

/** `If-Match: "12"`; the star and an absent header ask for no check. */
function versionOf(header: string | undefined): number | undefined {
  if (header === undefined || header === '*') return undefined;
  const digits = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1];
  if (digits === undefined) throw new HuyingError('request.version');
  return Number(digits);
}
