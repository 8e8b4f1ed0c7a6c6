import { HuyingError } from '@huying/kit/error';
import type { Day } from '@huying/kit/promise';
import type { Ctx } from '../../ledger/index.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import type { PromiseWorld } from '../core/promise-world.ts';
import type { PromiseFacts, YearFacts } from './facts.ts';
import { hasVerified, selectGlossary } from './gather.store.ts';
import { gatherYear } from './gather.ts';
import type { CorrectionFacts, IssueBefore, PaperInput, PaperKind, PaperWords } from './paper.ts';
import { rankingAsOf } from './ranking.ts';
import type { RankingFacts } from './ranking-facts.ts';
import { officesOf } from './settings.ts';
import { issuedBefore, openCorrections } from './store.ts';

export interface Taking {
  readonly kind: PaperKind;
  readonly year: number;
  readonly asOf: Day;
  readonly unit: string | null;
  readonly ranking: boolean;
  readonly words: PaperWords;
}

/** Reads everything a paper is made of. @throws bulletin.future, bulletin.nothing, bulletin.unitNeeded, bulletin.verifier, org.unitUnknown */
export async function takeFigures(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  taking: Taking,
): Promise<PaperInput> {
  const { year, asOf } = taking;
  if (asOf > world.today) throw new HuyingError('bulletin.future', { asOf });
  const facts = await gatherYear(ctx, services, year, asOf);
  return inputFrom(ctx, services, world, taking, facts);
}

/** The same from facts that were read already, where several papers are made of one reading. */
export async function inputFrom(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  taking: Taking,
  facts: YearFacts,
): Promise<PaperInput> {
  const { kind, year, asOf } = taking;
  const unit = unitOf(world, taking);
  const own = facts.promises.filter((promise) => belongs(kind, promise, unit?.id ?? null));
  const glossary = kind === 'glossary' ? glossaryIn(await selectGlossary(ctx.tx, ctx.tenant, year)) : [];
  if (own.length === 0 && glossary.length === 0) throw new HuyingError('bulletin.nothing', { year, asOf });
  const ranked = kind === 'ranking' || (kind === 'bulletin' && taking.ranking);
  if (ranked) await requireNoVerifier(ctx, year);
  const issues = ranked || kind === 'bulletin' ? await issuedBefore(ctx.tx, ctx.tenant, kind, year, asOf, 2) : [];
  const was = issues.find(({ input }) => input.ranking !== null)?.input.ranking ?? null;
  return {
    kind,
    facts: { ...facts, promises: own },
    words: taking.words,
    ranking: ranked ? await rankingAsOf(ctx, services, world, facts, was) : null,
    before: kind === 'bulletin' ? issues.map(beforeOf) : [],
    corrections: kind === 'bulletin' ? await correctionsFor(ctx, year) : [],
    offices: officesOf(world),
    unit,
    glossary,
  };
}

function unitOf(world: PromiseWorld, { kind, unit }: Taking): { id: string; name: string } | null {
  if (kind !== 'letter') return null;
  if (unit === null) throw new HuyingError('bulletin.unitNeeded');
  const own = world.org.unit(unit);
  if (own === undefined) throw new HuyingError('org.unitUnknown');
  return { id: own.id, name: own.name.zh };
}

/** Only what the paper is about is frozen with it. */
function belongs(kind: PaperKind, promise: PromiseFacts, unit: string | null): boolean {
  switch (kind) {
    case 'letter':
      return promise.lead?.id === unit && isBehind(promise);
    case 'projects':
      return promise.kind === 'project';
    case 'livelihood':
      return promise.kind === 'livelihood';
    case 'indicators':
      return promise.kind === 'indicator';
    case 'glossary':
      return false;
    case 'bulletin':
    case 'ranking':
    case 'appendix':
    case 'memo':
      return true;
    default:
      return kind satisfies never;
  }
}

/** Red, orange or yellow: what a letter is written about. */
export function isBehind({ light }: Pick<PromiseFacts, 'light'>): boolean {
  return light === 'red' || light === 'orange' || light === 'yellow';
}

/** Whoever verified a thing does not score it: persons, whatever their post. @throws bulletin.verifier */
export async function requireNoVerifier(ctx: Ctx, year: number): Promise<void> {
  const { account } = ctx.actor;
  if (account !== null && (await hasVerified(ctx.tx, ctx.tenant, account, year)))
    throw new HuyingError('bulletin.verifier');
}

function beforeOf({ document, asOf, input }: { document: string; asOf: Day; input: PaperInput }): IssueBefore {
  return {
    document,
    asOf,
    lights: Object.fromEntries(input.facts.promises.map(({ id, light }) => [id, light])),
    onTime: input.facts.supervision?.onTime?.rate ?? null,
  };
}

async function correctionsFor(ctx: Ctx, year: number): Promise<readonly CorrectionFacts[]> {
  const rows = await openCorrections(ctx.tx, ctx.tenant, year);
  return rows.map(({ id, bulletin, document, label, old, new: to, reason }) => ({
    id,
    bulletin,
    document,
    label,
    old,
    new: to,
    reason,
  }));
}

function glossaryIn(kept: unknown): readonly { term: string; definition: string }[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((entry: unknown) => {
    const { term, definition } = (entry ?? {}) as { term?: unknown; definition?: unknown };
    return typeof term === 'string' && typeof definition === 'string' ? [{ term, definition }] : [];
  });
}

/** The ranking as it stands, for the page; nobody's paper. */
export async function rankingNow(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  year: number,
  asOf: Day,
): Promise<RankingFacts> {
  if (asOf > world.today) throw new HuyingError('bulletin.future', { asOf });
  const facts = await gatherYear(ctx, services, year, asOf);
  const [last] = await issuedBefore(ctx.tx, ctx.tenant, 'ranking', year, asOf, 1);
  return rankingAsOf(ctx, services, world, facts, last?.input.ranking ?? null);
}
