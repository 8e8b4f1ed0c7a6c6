import type { CaseType, Value, Values } from '@huying/kit/case';
import { type Fields, isPersonal, plainPhone } from '@huying/kit/field';
import type { Ctx } from '../ledger/index.ts';
import type { CaseServices } from './case-services.ts';
import { indexPhone, type PhoneIndexes } from './store.ts';

/** A personal value as stored: sealed under the key of its case, so that erasing destroys it and the ledger's chain stays whole. */
interface Sealed {
  readonly [key: string]: string;
  readonly sealed: string;
}

export function isSealed(value: Value | undefined): value is Sealed {
  return value !== null && typeof value === 'object' && 'sealed' in value;
}

/** Seals what is personal among values of fields; sealed ones stay as they are. */
export async function sealValues(
  ctx: Ctx,
  services: CaseServices,
  fields: Fields,
  caseId: string,
  values: Values,
  caseIs: 'new' | 'known' = 'known',
): Promise<Values> {
  const plain = Object.entries(values).flatMap(([name, value]): [string, string][] => {
    const field = fields[name];
    return field !== undefined && isPersonal(field) && typeof value === 'string' ? [[name, value]] : [];
  });
  if (plain.length === 0) return values;
  const sealed = await services.keyring.encryptMany(
    ctx,
    plain.map(([, plaintext]) => ({ subject: caseId, plaintext })),
    caseIs,
  );
  const entries = plain.map(([name], index): [string, Value] => [
    name,
    { sealed: (sealed[index] as Buffer).toString('base64') },
  ]);
  return { ...values, ...Object.fromEntries(entries) };
}

/** Opens a sealed value; undefined where its key was destroyed. */
export async function openValue(
  ctx: Ctx,
  services: CaseServices,
  caseId: string,
  value: Value | undefined,
): Promise<string | undefined> {
  return (await openValues(ctx, services, caseId, [value]))[0];
}

/** Opens values of one case, in the order given, with one statement; undefined for each whose key was destroyed. */
export async function openValues(
  ctx: Ctx,
  services: CaseServices,
  caseId: string,
  values: readonly (Value | undefined)[],
): Promise<readonly (string | undefined)[]> {
  const sealed = values.filter(isSealed);
  const items = sealed.map((value) => ({ subject: caseId, sealed: Buffer.from(value.sealed, 'base64') }));
  const plain = items.length === 0 ? [] : await services.keyring.decryptMany(ctx, items);
  const opened = new Map(sealed.map((value, index) => [value, plain[index]]));
  return values.map((value) => (typeof value === 'string' ? value : isSealed(value) ? opened.get(value) : undefined));
}

/** Indexes the telephone given with a case, so that the same caller is recognised and can follow it. */
export function indexCaller(
  ctx: Ctx,
  services: CaseServices,
  type: CaseType,
  of: { readonly id: string; readonly isNew: boolean },
  values: Values,
): void {
  const name = type.roles.callerPhone;
  const phone = name === undefined ? undefined : values[name];
  if (typeof phone !== 'string') return;
  ctx.tx.write(indexPhone, { tenant: ctx.tenant, ...of, ...phoneIndexes(services, ctx.tenant, phone) });
}

/** By what a telephone is found, however it was written: whole, and by its last four digits. */
export function phoneIndexes(services: CaseServices, tenant: string, phone: string): PhoneIndexes {
  const whole = phoneIndex(services, tenant, phone);
  return { whole, tail: services.keyring.phoneTailIndex(tenant, plainPhone(phone)) ?? whole };
}

/** The blind index of a telephone number, however it was written. */
export function phoneIndex(services: CaseServices, tenant: string, phone: string): Buffer {
  return services.keyring.blindIndex(tenant, 'phone', plainPhone(phone));
}
