import type { ParameterDeclaration } from '@huying/kit/app';
import type { Words } from '@huying/kit/error';
import Type from 'typebox';
import { type Ctx, inTenant } from '../../ledger/index.ts';
import { orgOf } from '../../org/index.ts';
import { declarationOf, parametersOf, setParameterOperation } from '../../parameter/index.ts';
import { roleNameOf } from '../me.ts';
import { operationRoute } from '../operation-route.ts';
import { codeNames, optionNames, parameterKeys } from '../parameter-keys.ts';
import { districtRoute, type Route } from '../route.ts';
import type { SurfaceServices } from '../surface-services.ts';

const closed = { additionalProperties: false } as const;
const group = 'parameter' as const;
const entry = Type.Object({
  name: Type.String(),
  label: Type.Object({ zh: Type.String(), en: Type.String() }),
  kind: Type.String(),
  value: Type.Unknown(),
  standard: Type.Unknown(),
  editable: Type.Boolean(),
  editableBy: Type.Object({ zh: Type.String(), en: Type.String() }),
  history: Type.Array(Type.Unknown()),
});

/** What a district sets for itself: read by its staff, changed by the role each names. */
export function parameterRoutes(
  services: SurfaceServices,
  setParameter = setParameterOperation(services.parameters),
): Route[] {
  const { parameters } = services;
  return [
    districtRoute(
      {
        method: 'GET',
        path: '/api/parameters',
        name: 'parameter.list',
        group,
        summary: { zh: '参数列表', en: 'List parameters' },
        answer: Type.Array(entry),
      },
      ({ capacity }) =>
        inTenant(services, capacity, async (ctx) => {
          const told = [];
          for (const declaration of parameters.values()) told.push(await entryOf(services, ctx, declaration));
          return told;
        }),
    ),
    districtRoute(
      {
        method: 'GET',
        path: '/api/parameters/:name',
        name: 'parameter.read',
        group,
        summary: { zh: '查看参数及其历史', en: 'Read a parameter and its history' },
        params: Type.Object({ name: Type.String({ maxLength: 80 }) }, closed),
        answer: entry,
      },
      ({ capacity, params }) =>
        inTenant(services, capacity, (ctx) => entryOf(services, ctx, declarationOf(parameters, params.name))),
    ),
    operationRoute(services, {
      method: 'PUT',
      path: '/api/parameters/:name',
      operation: setParameter,
      group,
    }),
  ];
}

async function entryOf(services: SurfaceServices, ctx: Ctx, declaration: ParameterDeclaration) {
  const { name, label, kind, editableBy } = declaration;
  const view = await parametersOf(ctx, services.parameters);
  const said: Words = services.product.words[`parameters/${name}`] ?? { zh: label, en: label };
  const { actor } = ctx;
  const held =
    actor.account !== null && actor.post !== null
      ? (await orgOf(ctx)).heldPost(actor.account, actor.post, ctx.now)
      : undefined;
  const value = view.at(name, ctx.now);
  const history = view.history(name);
  const everSet = history.map((setting) => setting.value);
  return {
    name,
    label: said,
    kind,
    value,
    standard: declaration.default,
    ...(declaration.kind === 'limits' ? { keys: parameterKeys(services.product, name) } : {}),
    ...(declaration.kind === 'json'
      ? { keys: codeNames(services.product, declaration, value, declaration.default, ...everSet) }
      : {}),
    ...(declaration.kind === 'number' ? { min: declaration.min, max: declaration.max } : {}),
    ...(declaration.kind === 'choice' ? { options: optionNames(services.product, declaration) } : {}),
    editable: held?.role === editableBy,
    editableBy: roleNameOf(services, editableBy),
    history,
  };
}
