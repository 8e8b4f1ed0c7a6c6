import { coversArea } from '@huying/kit/access';
import {
  type Deputy,
  type HeldPost,
  type Holder,
  inForce,
  type Post,
  type Succession,
  type Unit,
  unitHead,
} from './unit.ts';

/** Units, posts and deputies of a district as of one stamp, held in memory. Answers are exact for the instant asked about. */
export interface OrgView {
  readonly stamp: string;
  readonly units: readonly Unit[];
  readonly root: Unit | undefined;
  unit(id: string): Unit | undefined;
  unitByCode(code: string): Unit | undefined;
  children(id: string): readonly Unit[];
  /** The unit and all below it, parents before children; empty for an unknown id. */
  subtree(id: string): readonly Unit[];
  /** Whether the unit is the other or lies below it. */
  isWithin(id: string, ancestor: string): boolean;
  /** From the unit up to the root. */
  line(id: string): readonly Unit[];
  /** Units that ended and have successors. */
  readonly succeeded: readonly Unit[];
  /** Who goes on with the duties of a unit that ended, the first named first: one unit (it was merged, or went over whole) or several (it was split). */
  successorsOf(id: string): readonly Unit[];
  /** Units that ended and whose duties, or a part of them, this one goes on with. */
  predecessorsOf(id: string): readonly Unit[];
  /** Of a unit that has ended by an instant: the unit in force to which comes what would come back to it; null where there is none. */
  heirOf(id: string, now: number): string | null;
  post(id: string): Post | undefined;
  /** What a person with a post is called, or was while they had one. */
  nameOf(account: string): string | undefined;
  /** What the holder of a post is called. */
  holderName(post: string | null): string | null;
  /** All posts of a unit whatever their dates. */
  postsIn(unit: string): readonly Post[];
  deputiesOf(post: string): readonly Deputy[];
  /** Posts the account may act in at an instant: its own first, then those it is deputy for. */
  postsOf(account: string, now: number): readonly HeldPost[];
  /** The post if the account may act in it at an instant. */
  heldPost(account: string, post: string, now: number): HeldPost | undefined;
  /** Who can act in a role at an instant, in one unit (not below it) and for one area if asked; holders before deputies. */
  holdersOf(role: string, where: { readonly unit?: string; readonly area?: string }, now: number): readonly Holder[];
  /** Who answers for the unit: its head, or the head of the nearest unit above that has one. */
  headOf(unit: string, now: number): Holder | undefined;
}

export interface OrgRows {
  readonly stamp: string;
  readonly units: readonly Unit[];
  readonly posts: readonly Post[];
  readonly deputies: readonly Deputy[];
  readonly successions: readonly Succession[];
  /** What the people in posts are called, by account. */
  readonly names: ReadonlyMap<string, string>;
}

export function orgView(rows: OrgRows): OrgView {
  const units = new Map(rows.units.map((unit) => [unit.id, unit]));
  const byCode = new Map(rows.units.map((unit) => [unit.code, unit]));
  const childrenOf = groupBy(rows.units, (unit) => unit.parent ?? '');
  const unitsOf = (ids: readonly string[]) => ids.flatMap((id) => units.get(id) ?? []);
  const successions = groupBy(rows.successions, ({ unit }) => unit);
  const inheritances = groupBy(rows.successions, ({ successor }) => successor);
  const posts = new Map(rows.posts.map((post) => [post.id, post]));
  const postsByUnit = groupBy(rows.posts, (post) => post.unit);
  const postsByAccount = groupBy(rows.posts, (post) => post.account);
  const postsByRole = groupBy(rows.posts, (post) => post.role);
  const deputiesByPost = groupBy(rows.deputies, (deputy) => deputy.post);
  const deputiesByAccount = groupBy(rows.deputies, (deputy) => deputy.account);

  const actingIn = (post: Post, now: number): Holder[] => [
    { account: post.account, post, as: 'holder' },
    ...(deputiesByPost.get(post.id) ?? [])
      .filter((deputy) => inForce(deputy, now))
      .map((deputy): Holder => ({ account: deputy.account, post, as: 'deputy' })),
  ];

  const view: OrgView = {
    stamp: rows.stamp,
    units: rows.units,
    root: childrenOf.get('')?.[0],
    unit: (id) => units.get(id),
    unitByCode: (code) => byCode.get(code),
    children: (id) => childrenOf.get(id) ?? [],
    subtree(id) {
      const top = units.get(id);
      const found = top === undefined ? [] : [top];
      // The list grows while it is walked: breadth first.
      for (const unit of found) found.push(...view.children(unit.id));
      return found;
    },
    isWithin(id, ancestor) {
      const unit = units.get(id);
      const above = units.get(ancestor);
      return (
        unit !== undefined && above !== undefined && (unit.id === above.id || unit.path.startsWith(`${above.path}/`))
      );
    },
    line(id) {
      const line: Unit[] = [];
      for (
        let unit = units.get(id);
        unit !== undefined;
        unit = unit.parent === null ? undefined : units.get(unit.parent)
      ) {
        line.push(unit);
      }
      return line;
    },
    succeeded: unitsOf([...successions.keys()]),
    successorsOf: (id) => unitsOf((successions.get(id) ?? []).map(({ successor }) => successor)),
    predecessorsOf: (id) => unitsOf((inheritances.get(id) ?? []).map(({ unit }) => unit)),
    heirOf(id, now) {
      let heir = units.get(id);
      // A successor was in force when it was named, so nobody succeeds themselves by way of others.
      while (heir !== undefined && heir.to !== null && heir.to <= now) heir = view.successorsOf(heir.id)[0];
      return heir === undefined || heir.id === id ? null : heir.id;
    },
    post: (id) => posts.get(id),
    nameOf: (account) => rows.names.get(account),
    holderName(id) {
      const post = id === null ? undefined : posts.get(id);
      return post === undefined ? null : (rows.names.get(post.account) ?? null);
    },
    postsIn: (unit) => postsByUnit.get(unit) ?? [],
    deputiesOf: (post) => deputiesByPost.get(post) ?? [],
    postsOf(account, now) {
      const own = (postsByAccount.get(account) ?? [])
        .filter((post) => inForce(post, now))
        .map((post): HeldPost => ({ ...post, as: 'holder' }));
      const deputised = (deputiesByAccount.get(account) ?? [])
        .filter((deputy) => inForce(deputy, now))
        .flatMap((deputy): HeldPost[] => {
          const post = posts.get(deputy.post);
          return post !== undefined && inForce(post, now) ? [{ ...post, as: 'deputy' }] : [];
        });
      return [...own, ...deputised];
    },
    heldPost: (account, post, now) => view.postsOf(account, now).find((held) => held.id === post),
    holdersOf(role, where, now) {
      return (postsByRole.get(role) ?? [])
        .filter((post) => inForce(post, now))
        .filter((post) => where.unit === undefined || post.unit === where.unit)
        .filter((post) => where.area === undefined || coversArea(post.area, where.area))
        .flatMap((post) => actingIn(post, now))
        .sort((a, b) => Number(a.as === 'deputy') - Number(b.as === 'deputy'));
    },
    headOf(unit, now) {
      for (const above of view.line(unit)) {
        const head = view.holdersOf(unitHead, { unit: above.id }, now)[0];
        if (head !== undefined) return head;
      }
      return undefined;
    },
  };
  return view;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
