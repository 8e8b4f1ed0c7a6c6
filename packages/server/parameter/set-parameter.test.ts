import { defineParameter } from '@huying/kit/app';
import { runOperation, timeline } from '@huying/server/ledger';
import { withTenant } from '@huying/server/tenant';
import { testDatabase } from '@huying/testing/database';
import { refusedWith, type TestDistrict, testDistrict } from '@huying/testing/org';
import { describe, expect, it } from 'vitest';
import { parameterCatalogue } from './parameter-catalogue.ts';
import { parameterAt, parametersOf } from './parameters.ts';
import { setParameterOperation } from './set-parameter.ts';
import { subjectOf } from './subject.ts';

const db = await testDatabase();
const name = 'hotline.signLimit';
const declaration = defineParameter({
  name,
  label: '签收时限',
  editableBy: 'operations-chief',
  kind: 'limit',
  default: '4工作时',
});
const catalogue = parameterCatalogue([declaration]);
const setParameter = setParameterOperation(catalogue);
const day = 86_400_000;

function set(
  district: TestDistrict,
  value: unknown,
  more: { effectiveFrom?: number; name?: string; reason?: string } = {},
) {
  const input = { name, value, reason: '试行', ...more };
  return runOperation(district.services, setParameter, { ...district.system, input });
}

function read(district: TestDistrict, instant: number): Promise<unknown> {
  const { tenant } = district;
  return withTenant(db, tenant, (tx) => parameterAt({ tx, tenant }, catalogue, name, instant));
}

describe('a parameter', () => {
  it('holds its default until a district sets it, and in that district only', async () => {
    const [one, other] = [await testDistrict(db, 'one'), await testDistrict(db, 'other')];
    await set(one, '2工作时');
    expect(await read(one, one.clock.now())).toBe('2工作时');
    expect(await read(one, one.clock.now() - 1)).toBe('4工作时');
    expect(await read(other, other.clock.now())).toBe('4工作时');
  });

  it('set for next week holds its old value until then', async () => {
    const district = await testDistrict(db, 'later');
    const effectiveFrom = district.clock.now() + 7 * day;
    await set(district, '2工作时', { effectiveFrom });
    expect(await read(district, effectiveFrom - 1)).toBe('4工作时');
    expect(await read(district, effectiveFrom)).toBe('2工作时');
  });

  it('is never set for the past', async () => {
    const district = await testDistrict(db, 'past');
    await expect(set(district, '2工作时', { effectiveFrom: district.clock.now() - 1 })).rejects.toThrowError(
      refusedWith('parameter.past'),
    );
  });

  it('corrected for the same instant takes the later setting; both stay in the history and in the ledger', async () => {
    const district = await testDistrict(db, 'corrected');
    const { tenant } = district;
    await set(district, '2工作时', { reason: '误填' });
    await set(district, '3工作时', { reason: '更正' });
    await withTenant(db, tenant, async (tx) => {
      const view = await parametersOf({ tx, tenant }, catalogue);
      expect(view.at(name, district.clock.now())).toBe('3工作时');
      expect(view.history(name).map((one) => [one.value, one.reason, one.setBy])).toEqual([
        ['3工作时', '更正', '系统'],
        ['2工作时', '误填', '系统'],
      ]);
      const entries = await timeline({ tx, tenant }, subjectOf(name), { for: 'internal' });
      expect(entries.map((entry) => entry.body)).toMatchObject([
        { before: '4工作时', after: '2工作时' },
        { before: '2工作时', after: '3工作时' },
      ]);
    });
  });

  it('set by ten at once keeps all ten settings, and every reader agrees on the last', async () => {
    const district = await testDistrict(db, 'ten');
    const { tenant, clock } = district;
    await Promise.all(Array.from({ length: 10 }, (_, i) => set(district, `${i + 1}工作时`)));
    const values = await Promise.all(Array.from({ length: 5 }, () => read(district, clock.now())));
    expect(new Set(values).size).toBe(1);
    const history = await withTenant(db, tenant, async (tx) =>
      (await parametersOf({ tx, tenant }, catalogue)).history(name),
    );
    expect(history).toHaveLength(10);
  });

  it.each([
    ['an unknown name', { name: 'hotline.none' }, '2工作时', 'parameter.unknown'],
    ['a name of an object’s own', { name: '__proto__' }, '2工作时', 'parameter.unknown'],
    ['a value that does not fit', {}, '马上', 'parameter.invalid'],
    ['no reason', { reason: '  ' }, '2工作时', 'request.invalid'],
    ['a reason with a NUL', { reason: 'ab\u0000' }, '2工作时', 'request.invalid'],
  ])('%s is refused and changes nothing', async (_, more, value, code) => {
    const district = await testDistrict(db, `bad-${code.length}-${JSON.stringify(more).length}`);
    await expect(set(district, value, more)).rejects.toThrowError(refusedWith(code));
    expect(await read(district, district.clock.now())).toBe('4工作时');
  });
});
