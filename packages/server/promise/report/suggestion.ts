import { dutyList } from '../../case/index.ts';
import { inForce, type OrgView, type Unit } from '../../org/index.ts';
import type { PromiseWorld } from '../core/promise-world.ts';
import type { Suggestion } from './report-schema.ts';

/** Shorter names are words of every sentence. */
const SHORTEST = 3;

/**
 * Units that words point at: those named in them, in their order; else the one unit that the duty list gives for what they are about.
 * A suggestion, never an assignment; empty where neither says anything.
 */
export function suggesterOf(world: Pick<PromiseWorld, 'org' | 'registry'>, now: number) {
  const names = unitNames(world.org, now);
  const topics = dutyTopics(world, now);
  const suggestion = (id: string, because: Suggestion['because'], basis: string): Suggestion[] => {
    const unit = world.org.unit(id);
    return unit === undefined ? [] : [{ unit: id, name: unit.name, because, basis }];
  };
  return (words: string): readonly Suggestion[] => {
    const named = namedIn(words, names);
    if (named.length > 0) return named.flatMap(({ unit, name }) => suggestion(unit, 'words', name));
    const fitting = topics.filter(({ topic }) => words.includes(topic));
    const leads = new Set(fitting.map(({ lead }) => lead));
    const [first] = fitting;
    if (first === undefined || leads.size > 1) return [];
    return [
      ...suggestion(first.lead, 'duty', first.basis),
      ...first.assisting.flatMap((unit) => suggestion(unit, 'duty', first.basis)),
    ];
  };
}

interface UnitName {
  readonly unit: string;
  readonly name: string;
}

/** Names by which a report may call a unit: whole, and without 区 before it; the longest first. */
function unitNames(org: OrgView, now: number): readonly UnitName[] {
  const isCalled = (unit: Unit) => unit.kind !== 'district' && unit.kind !== 'community' && inForce(unit, now);
  return org.units
    .filter(isCalled)
    .flatMap(({ id, name: { zh } }) => [zh, zh.replace(/^[区县市]/, '')].map((name) => ({ unit: id, name })))
    .filter(({ name }) => name.length >= SHORTEST)
    .sort((a, b) => b.name.length - a.name.length);
}

function namedIn(words: string, names: readonly UnitName[]): readonly UnitName[] {
  const found: (UnitName & { readonly at: number })[] = [];
  let left = words;
  for (const name of names) {
    const at = left.indexOf(name.name);
    if (at < 0) continue;
    // What a longer name has taken is no longer there for a shorter one.
    left = left.slice(0, at) + '\u0000'.repeat(name.name.length) + left.slice(at + name.name.length);
    if (!found.some(({ unit }) => unit === name.unit)) found.push({ ...name, at });
  }
  return found.sort((a, b) => a.at - b.at);
}

interface DutyTopic {
  readonly topic: string;
  readonly lead: string;
  readonly assisting: readonly string[];
  readonly basis: string;
}

/** What the duty list's lines are about, by the names of their matters; lines for some places or circumstances only say nothing of a whole report. */
function dutyTopics({ registry }: Pick<PromiseWorld, 'registry'>, now: number): readonly DutyTopic[] {
  const matters = registry.all('matter', now);
  return dutyList(registry, now).flatMap(({ lead, areas, when, matters: codes, assisting, basis }): DutyTopic[] => {
    if (lead === null || areas.length > 0 || when !== null || codes.length === 0) return [];
    return matters
      .filter(({ code, name }) => name.zh.length >= SHORTEST && codes.some((prefix) => code.startsWith(prefix)))
      .map(({ name }) => ({ topic: name.zh, lead, assisting, basis }));
  });
}
