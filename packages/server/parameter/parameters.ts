import type { Tx } from '../db/index.ts';
import type { Ctx } from '../ledger/index.ts';
import { readStamp, writeStamp } from '../tenant/index.ts';
import type { ParameterCatalogue } from './parameter-catalogue.ts';
import { type ParameterView, parameterView } from './parameter-view.ts';
import { readValues } from './store.ts';

/** The part of an operation's context that reading parameters needs. */
export type ParameterCtx = Pick<Ctx, 'tx' | 'tenant'>;

/** The last view read of each district, for each catalogue; a stamp is a fresh uuid at each change. */
const views = new WeakMap<ParameterCatalogue, Map<string, ParameterView>>();

/** What a transaction has seen, so that it asks for the stamp once. */
const seen = new WeakMap<Tx, { readonly catalogue: ParameterCatalogue; readonly view: ParameterView }>();

/** Transactions that set a parameter: what they read under their new stamp may be half of the change and is theirs alone. */
const changing = new WeakSet<Tx>();

/** The district's parameters as of this transaction: one small query, and all of them again only after a change. */
export async function parametersOf(ctx: ParameterCtx, catalogue: ParameterCatalogue): Promise<ParameterView> {
  const before = seen.get(ctx.tx);
  if (before?.catalogue === catalogue) return before.view;
  const stamp = await ctx.tx.gather(readStamp, { tenant: ctx.tenant, part: 'parameter' });
  if (changing.has(ctx.tx)) return parameterView(catalogue, stamp, await readValues(ctx.tx, ctx.tenant));
  const known = views.get(catalogue) ?? new Map<string, ParameterView>();
  views.set(catalogue, known);
  let view = known.get(ctx.tenant);
  if (view === undefined || view.stamp !== stamp) {
    // A district that never set one has no rows, so nothing needs to be read for it.
    view = parameterView(catalogue, stamp, stamp === 'none' ? [] : await readValues(ctx.tx, ctx.tenant));
    known.set(ctx.tenant, view);
  }
  seen.set(ctx.tx, { catalogue, view });
  return view;
}

/** The value of one parameter at an instant. @throws parameter.unknown */
export async function parameterAt(
  ctx: ParameterCtx,
  catalogue: ParameterCatalogue,
  name: string,
  instant: number,
): Promise<unknown> {
  return (await parametersOf(ctx, catalogue)).at(name, instant);
}

/** To be called before an operation sets a parameter: settings of one district are made one after another, and every process reads them again. */
export async function changeParameters(ctx: ParameterCtx & Pick<Ctx, 'id'>): Promise<void> {
  changing.add(ctx.tx);
  seen.delete(ctx.tx);
  await writeStamp(ctx.tx, ctx.tenant, 'parameter', ctx.id());
}
