import type { ActionSpec, CaseType, ClockSpec, RequestSpec } from '@huying/kit/case';
import { lostBook } from './lost-book.ts';

const toy: CaseType = lostBook;

/** The toy with one action changed: the smallest edit that breaks a rule. The others below likewise. */
export function withAction(name: string, change: Partial<ActionSpec>, type: CaseType = toy): CaseType {
  const action = { ...type.actions[name], ...change } as ActionSpec;
  return { ...type, actions: { ...type.actions, [name]: action } };
}

export function withoutAsk(name: string, asked: string): CaseType {
  const { [asked]: _, ...ask } = toy.actions[name]?.ask ?? {};
  return withAction(name, { ask });
}

export function withoutGuards(name: string, ...gone: string[]): CaseType {
  return withAction(name, {
    guards: (toy.actions[name]?.guards ?? []).filter((guard) => !gone.includes(guard.name)),
  });
}

export function withClock(name: string, change: Partial<ClockSpec>): CaseType {
  return { ...toy, clocks: { ...toy.clocks, [name]: { ...toy.clocks[name], ...change } as ClockSpec } };
}

export function withoutClock(name: string): CaseType {
  const { [name]: _, ...clocks } = toy.clocks;
  return { ...toy, clocks };
}

export function withRequest(name: string, change: Partial<RequestSpec>): CaseType {
  const request = { ...toy.requests[name], ...change } as RequestSpec;
  return { ...toy, requests: { ...toy.requests, [name]: request } };
}

export function withOwner(owner: CaseType['owner']): CaseType {
  return { ...toy, owner: { ...toy.owner, ...owner } };
}
