import { HuyingError } from '@huying/kit/error';
import type { HeldPost } from '../../org/index.ts';
import type { PromiseRecord } from '../core/promise-record.ts';
import type { PromiseWorld } from '../core/promise-world.ts';

/** Who sees to the district's projects. */
const SEE_TO = ['supervisor', 'report-editor'];
/** In the unit that leads one, or has a part in it. */
const WORK_ON = ['unit-clerk', 'unit-head', 'handler'];

/** What the acting person may do with projects. The program itself may do everything. */
export interface ProjectHand {
  readonly post: HeldPost | null;
  readonly may: readonly string[];
  /** Imports, moves dates, names classes. */
  readonly seesTo: boolean;
  /** Of one project: tell of what stands in its way, of its stages, its permits. */
  worksOn(promise: Pick<PromiseRecord, 'leadUnit' | 'involved'>): boolean;
  /** Of one project: it is led by the person's own unit. */
  leads(promise: Pick<PromiseRecord, 'leadUnit'>): boolean;
}

/** @throws org.postRequired for whoever acts in no post */
export function projectHand(world: PromiseWorld, acts: 'system' | 'person' | 'partner' | 'public'): ProjectHand {
  if (acts === 'system')
    return { post: null, may: ['import', 'visit'], seesTo: true, worksOn: () => true, leads: () => true };
  const { post, org } = world;
  if (post === undefined) throw new HuyingError('org.postRequired');
  const seesTo = SEE_TO.includes(post.role);
  const within = (unit: string | null) => unit !== null && org.isWithin(post.unit, unit);
  const works = WORK_ON.includes(post.role);
  return {
    post,
    may: [...(seesTo ? ['import'] : []), ...(seesTo || post.role === 'district-leader' ? ['visit'] : [])],
    seesTo,
    worksOn: ({ leadUnit, involved }) => seesTo || (works && (within(leadUnit) || involved.some(within))),
    leads: ({ leadUnit }) => seesTo || (works && within(leadUnit)),
  };
}
