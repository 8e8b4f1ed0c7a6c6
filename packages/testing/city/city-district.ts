import type { CaseServices } from '@huying/server/case';
import type { Db } from '@huying/server/db';
import {
  type City,
  type CityOptions,
  type CityTicket,
  cityAdapter,
  cityParameters,
  issuePartnerKey,
  type PartnerKey,
  registerCityDoors,
  secretBytes,
  simulateCity,
} from '@huying/server/exchange';
import { claimOutbox, inTenant, type OutboxRow, runOperation, selectItems } from '@huying/server/ledger';
import { type Adapter, notifyParameters, type Sender, sender } from '@huying/server/notify';
import { parameterCatalogue, setParameterOperation } from '@huying/server/parameter';
import { type CaseDistrict, type DistrictOptions, points, testDistrict } from '@huying/testing/district';
import Fastify from 'fastify';

/** A district that exchanges with a played city, over real HTTP both ways. */
export interface CityDistrict {
  readonly district: CaseDistrict;
  readonly services: CaseServices;
  readonly city: City;
  readonly key: PartnerKey;
  /** Base address of the district's doors. */
  readonly doors: string;
  /** Address of the played city, set as `exchange.cityUrl`. */
  readonly address: string;
  sender(...others: readonly Adapter[]): Sender;
  setParameter(name: string, value: unknown): Promise<void>;
  /** The outbox, newest first. */
  outbox(): Promise<OutboxRow[]>;
  /** Claims what is due and forgets it, as a worker does that is killed. */
  claimAndDie(kind: string): ReturnType<typeof claimOutbox>;
  close(): Promise<void>;
}

/** A ticket of the city that the test district's tables understand; `change` leaves a property out where it is undefined. */
export function cityTicket(number: string, change: Readonly<Record<string, unknown>> = {}): CityTicket {
  const ticket = {
    number,
    title: '人民路污水井盖响动',
    words: '车辆经过时井盖响声很大，影响休息。',
    kind: '投诉',
    class: '城乡建设/排水管网',
    urgency: '一般',
    address: '人民路 12 号',
    ...points.west,
    caller: '王丽华',
    phone: '13800138000',
    receivedAt: '2026-07-01T08:30:00+08:00',
    due: '2026-07-08T18:00:00+08:00',
    ...change,
  };
  return Object.fromEntries(Object.entries(ticket).filter(([, value]) => value !== undefined)) as unknown as CityTicket;
}

/** Sets a district up with its doors open and a city to talk to. Call `close` when done. */
export async function cityDistrict(
  db: Db,
  options: DistrictOptions & Pick<CityOptions, 'decides'> & { readonly timeout?: number } = {},
): Promise<CityDistrict> {
  const district = await testDistrict(db, options);
  const declared = [...district.services.product.parameters, ...cityParameters, ...notifyParameters];
  const services: CaseServices = { ...district.services, parameters: parameterCatalogue(declared) };
  const { tenant } = district;
  const key = await issuePartnerKey(services, district.as('systemAdmin'));
  const app = Fastify();
  registerCityDoors(app, services);
  const doors = await app.listen({ host: '127.0.0.1', port: 0 });
  const { decides = 'leave', timeout = 2_000 } = options;
  const city = simulateCity({ doors, key: key.key, secret: secretBytes(key.secret), now: services.now, decides });
  const address = await city.start(0);
  const setParameter = async (name: string, value: unknown) => {
    const input = { name, value, reason: '联调' };
    await runOperation(services, setParameterOperation(services.parameters), { ...district.as('system'), input });
  };
  await setParameter('exchange.cityUrl', address);
  return {
    district,
    services,
    city,
    key,
    doors,
    address,
    setParameter,
    sender: (...others) => sender(services, [cityAdapter(services, { timeout }), ...others]),
    outbox: () => inTenant(services, district.as('system'), (ctx) => selectItems(ctx.tx, tenant, 100)),
    claimAndDie: (kind) => inTenant(services, district.as('system'), (ctx) => claimOutbox(ctx, { kinds: [kind] })),
    async close() {
      await city.close();
      await app.close();
    },
  };
}
