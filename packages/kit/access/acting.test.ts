import { describe, expect, it } from 'vitest';
import { type ActedOn, type ActingPost, isBarredByOwnWork, isParty } from './acting.ts';
import { holderOf, inAskedUnit, inHandlingUnit, outsideHandlingUnit, theHandler, theSystem } from './party.ts';
import { defineRoles } from './role.ts';

const roles = defineRoles({
  clerk: { name: '经办员', reach: { queue: 'unit', area: 'any' } },
  verifier: { name: '核查员', reach: { queue: 'all', area: 'post' } },
});
const units = { isWithin: (unit: string, ancestor: string) => unit === ancestor || unit.startsWith(`${ancestor}/`) };
const on: ActedOn = { unit: 'water', handler: 'p-9', area: '440199003002001', askedUnits: ['roads'] };
const post = (role: string, unit: string, area: string | null = null, id = 'p-1'): ActingPost => ({
  kind: 'post',
  post: id,
  account: 'a-1',
  unit,
  role,
  area,
  besides: [],
});

describe('party', () => {
  it('the handling unit reaches down its subtree but not beside it', () => {
    expect(isParty(inHandlingUnit(roles.clerk), post('clerk', 'water/pumps'), on, units)).toBe(true);
    expect(isParty(inHandlingUnit(roles.clerk), post('clerk', 'roads'), on, units)).toBe(false);
    expect(isParty(inHandlingUnit(roles.clerk), post('verifier', 'water'), on, units)).toBe(false);
  });

  it('a verifier inside the handling unit is not outside it, wherever in the subtree', () => {
    expect(isParty(outsideHandlingUnit(roles.verifier), post('verifier', 'water/pumps'), on, units)).toBe(false);
    expect(isParty(outsideHandlingUnit(roles.verifier), post('verifier', 'street-3'), on, units)).toBe(true);
  });

  it('whoever was assigned the work is not outside it, whatever unit the post is in', () => {
    const assigned = post('verifier', 'street-3', null, 'p-9');
    expect(isParty(outsideHandlingUnit(roles.verifier), assigned, on, units)).toBe(false);
  });

  it('a person with a post inside the handling unit too is not outside it, through whichever post they come', () => {
    const both = { ...post('verifier', 'street-3'), besides: [{ post: 'p-2', unit: 'water/pumps' }] };
    const elsewhere = { ...post('verifier', 'street-3'), besides: [{ post: 'p-2', unit: 'roads' }] };
    const party = outsideHandlingUnit(roles.verifier);
    expect([isParty(party, both, on, units), isBarredByOwnWork(party, both, on, units)]).toEqual([false, true]);
    expect([isParty(party, elsewhere, on, units), isBarredByOwnWork(party, elsewhere, on, units)]).toEqual([
      true,
      false,
    ]);
    expect(isBarredByOwnWork(party, post('verifier', 'water'), on, units)).toBe(false);
    expect(isParty(party, both, { ...on, unit: null, handler: null }, units)).toBe(true);
  });

  it('the handler stays the handler in another post, and after the post they handled in has ended', () => {
    const party = outsideHandlingUnit(roles.verifier);
    const other = { ...post('verifier', 'street-3'), besides: [{ post: 'p-9', unit: 'street-3' }] };
    expect(isParty(party, other, on, units)).toBe(false);
    const past = { ...units, post: (id: string) => (id === 'p-9' ? { account: 'a-1' } : undefined) };
    expect(isParty(party, post('verifier', 'street-3'), on, past)).toBe(false);
    expect(isParty(party, { ...post('verifier', 'street-3'), account: 'a-2' }, on, past)).toBe(true);
  });

  it('a post for one street is no party to a case in another', () => {
    expect(isParty(holderOf(roles.verifier), post('verifier', 's', '440199003'), on, units)).toBe(true);
    expect(isParty(holderOf(roles.verifier), post('verifier', 's', '440199004'), on, units)).toBe(false);
    expect(isParty(holderOf(roles.verifier), post('verifier', 's', '440199003'), { ...on, area: null }, units)).toBe(
      false,
    );
  });

  it('the handler is a person, not a role', () => {
    expect(isParty(theHandler, post('clerk', 'water', null, 'p-9'), on, units)).toBe(true);
    expect(isParty(theHandler, post('clerk', 'water', null, 'p-8'), on, units)).toBe(false);
    expect(isParty(theHandler, post('clerk', 'water'), { ...on, handler: null }, units)).toBe(false);
  });

  it('a unit asked to assist is a party until it answered', () => {
    expect(isParty(inAskedUnit(roles.clerk), post('clerk', 'roads'), on, units)).toBe(true);
    expect(isParty(inAskedUnit(roles.clerk), post('clerk', 'roads'), { ...on, askedUnits: [] }, units)).toBe(false);
  });

  it('only the clock is the system', () => {
    expect(isParty(theSystem, { kind: 'system' }, on, units)).toBe(true);
    expect(isParty(theSystem, post('clerk', 'water'), on, units)).toBe(false);
    expect(isParty(holderOf(roles.clerk), { kind: 'system' }, on, units)).toBe(false);
  });
});
