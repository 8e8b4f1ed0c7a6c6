import { describe, expect, it } from 'vitest';
import { people, units } from '../org/index.ts';
import {
  answersFor,
  BALLOT,
  demoCandidates,
  demoItems,
  demoOpinions,
  demoProjects,
  demoProposals,
  PROJECT_PLAN,
  watchedFigures,
} from './index.ts';

const codes = new Set(units.map(({ code }) => code));
const names = new Set(people.map(({ name }) => name));
const projects = demoProjects(() => [113.3, 23]);

describe('what the demo district promised', () => {
  it('is answered for by units and leaders that exist', () => {
    const led = [...projects, ...demoCandidates, answersFor('12345热线'), answersFor('改造老旧小区')];
    for (const { lead, assisting, leader } of led) {
      expect(names).toContain(leader);
      for (const unit of [lead, ...assisting]) expect(codes).toContain(unit);
    }
    for (const { lead } of [...demoProposals, ...demoItems, ...watchedFigures]) expect(codes).toContain(lead);
    expect(() => answersFor('无人负责')).toThrow(RangeError);
  });

  it('is 48 projects of 126 亿元 as the report says, each the sum of its months', () => {
    expect(projects).toHaveLength(48);
    expect(new Set(projects.map(({ title }) => title)).size).toBe(48);
    expect(projects.reduce((sum, { plan }) => sum + plan, 0)).toBe(PROJECT_PLAN);
    for (const { plan, months } of projects) {
      expect(months.every((amount) => amount >= 0)).toBe(true);
      expect(months.reduce((sum, one) => sum + one, 0)).toBe(plan);
    }
    expect(demoProjects(() => [113.3, 23])).toEqual(projects);
  });

  it('was voted on with ballots that add up, more candidates than seats', () => {
    expect(BALLOT.valid + BALLOT.void).toBe(BALLOT.returned);
    expect(BALLOT.returned).toBeLessThanOrEqual(BALLOT.issued);
    expect(demoCandidates.length).toBeGreaterThan(10);
    for (const { approve, oppose } of demoCandidates) expect(approve + oppose).toBeLessThanOrEqual(BALLOT.valid);
    const chosen = demoCandidates.slice(0, 10).map(({ approve }) => approve);
    expect(Math.min(...chosen)).toBeGreaterThan(Math.max(...demoCandidates.slice(10).map(({ approve }) => approve)));
  });

  it('began with what people asked for: each opinion adopted, merged or declined for a reason', () => {
    for (const { outcome, cause, candidate } of demoOpinions) {
      expect(cause === null).toBe(outcome !== 'decline');
      if (outcome !== 'decline') expect(demoCandidates[candidate ?? -1]).toBeDefined();
    }
  });
});
