import { defaultLights } from '@huying/kit/promise';
import { caseTimerHandler } from '@huying/server/case';
import { timekeeper } from '@huying/server/clock';
import type { Db } from '@huying/server/db';
import { parameterCatalogue } from '@huying/server/parameter';
import {
  createPromise,
  issuePromises,
  type PromiseDraft,
  type PromiseOperations,
  type PromiseReceipt,
  type PromiseServices,
  promiseOperations,
  promiseParameters,
  promiseTimerHandler,
} from '@huying/server/promise';
import {
  type CaseDistrict,
  type DistrictOptions,
  type Strangers,
  strangersOf,
  testDistrict,
} from '@huying/testing/district';
import { errand } from './errand.ts';

/** A small district that promised things. */
export interface PromiseDistrict {
  readonly district: CaseDistrict;
  readonly services: PromiseServices;
  readonly operations: PromiseOperations;
  /** A promise led by the water bureau, roads assisting, due 2026-09-30, unless the draft says otherwise; not issued. */
  draft(draft?: Partial<PromiseDraft>): Promise<PromiseReceipt>;
  /** The same, issued on the first day of the test. */
  promise(draft?: Partial<PromiseDraft>): Promise<PromiseReceipt>;
  /** Fires the clocks of cases and promises that are due. */
  fire(): Promise<number>;
}

export interface PromiseStrangers extends PromiseDistrict {
  readonly strangers: Strangers;
}

/** The services of a test's district with the kind `errand` beside the product's own. */
export function withErrands(services: PromiseServices): PromiseServices {
  const { product } = services;
  const known = new Set(product.lights.map(({ id }) => id));
  const more = {
    ...product,
    promises: [...product.promises, errand],
    lights: [...product.lights, ...defaultLights.filter(({ id }) => !known.has(id))],
  };
  const declared = [...more.parameters.filter(({ name }) => !name.startsWith('promise.')), ...promiseParameters(more)];
  return { ...services, product: more, parameters: parameterCatalogue(declared) };
}

export async function promiseDistrict(db: Db, options: DistrictOptions = {}): Promise<PromiseDistrict> {
  return over(await testDistrict(db, options));
}

export async function promiseStrangers(db: Db): Promise<PromiseStrangers> {
  const strangers = await strangersOf(db);
  return { ...over(strangers.here), strangers };
}

function over(district: CaseDistrict): PromiseDistrict {
  const services = withErrands(district.services);
  const one: PromiseDistrict = {
    district,
    services,
    operations: promiseOperations(services),
    draft: (draft = {}) =>
      district.inside((ctx) => createPromise(ctx, services, { ...usual(district), ...draft } as PromiseDraft)),
    async promise(draft) {
      const { id } = await one.draft(draft);
      const [issued] = await district.inside((ctx) => issuePromises(ctx, services, [id], '2026-07-01'));
      if (issued === undefined) throw new Error('nothing was issued');
      return issued;
    },
    fire: () =>
      timekeeper(services, {
        case: caseTimerHandler(services),
        promise: promiseTimerHandler(services),
      }).fireDue(),
  };
  return one;
}

function usual({ units }: CaseDistrict): PromiseDraft {
  return {
    year: 2026,
    kind: 'errand',
    title: '改造老旧水管十公里',
    deliverable: '完成老旧供水管网改造十公里',
    due: '2026-09-30',
    firmness: 'binding',
    duties: [
      { part: 'lead', unit: units.water },
      { part: 'assisting', unit: units.roads },
    ],
    indicators: [
      {
        name: 'length',
        label: '改造长度',
        unit: '公里',
        decimals: 1,
        aim: { aim: 'up', base: 0, value: 10 },
        every: 'month',
      },
    ],
  };
}
