import { HuyingError } from '@huying/kit/error';
import type { PromiseKind } from '@huying/kit/promise';
import type { CaseServices } from '../../case/index.ts';

/** What the promise engine needs: the same as cases do. The product carries the kinds of promises and the rule sets of lights. */
export type PromiseServices = CaseServices;

/** How a kind of promise goes. @throws promise.unknownKind */
export function kindOf(services: Pick<PromiseServices, 'product'>, id: string): PromiseKind {
  const kind = services.product.promises.find((one) => one.id === id);
  if (kind === undefined) throw new HuyingError('promise.unknownKind', { kind: id.slice(0, 40) });
  return kind;
}
