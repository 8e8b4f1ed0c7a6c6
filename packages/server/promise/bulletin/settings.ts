import { HuyingError } from '@huying/kit/error';
import type { Ctx } from '../../ledger/index.ts';
import type { PromiseWorld } from '../core/promise-world.ts';
import type { Offices, PaperKind } from './paper.ts';

/** Who may do what with papers, by role; a district sets its own under the parameter of the name. */
const ROLES = {
  'bulletin.makers': ['supervisor', 'report-editor'],
  'bulletin.signers': ['district-leader'],
  'bulletin.approvers': ['district-leader'],
  'performance.readers': ['district-leader', 'supervisor', 'auditor'],
} as const;

export type RoleSetting = keyof typeof ROLES;

const DOING: Readonly<Record<RoleSetting, { readonly zh: string; readonly en: string }>> = {
  'bulletin.makers': { zh: '编制通报和文件', en: 'make bulletins and papers' },
  'bulletin.signers': { zh: '签发', en: 'sign' },
  'bulletin.approvers': { zh: '批准公开', en: 'approve publication' },
  'performance.readers': { zh: '查看单位排名', en: 'see the ranking of units' },
};

type Asked = Pick<PromiseWorld, 'post' | 'setting'>;

/** Whether the acting post may do it; the program itself may. */
export function may(ctx: Pick<Ctx, 'actor'>, world: Asked, what: RoleSetting): boolean {
  if (ctx.actor.kind === 'system') return true;
  const roles = world.setting<readonly string[]>(what, ROLES[what]);
  return world.post !== undefined && Array.isArray(roles) && roles.includes(world.post.role);
}

/** @throws bulletin.notYours */
export function requireMay(ctx: Pick<Ctx, 'actor' | 'locale'>, world: Asked, what: RoleSetting): void {
  if (!may(ctx, world, what)) throw new HuyingError('bulletin.notYours', { what: DOING[what][ctx.locale] });
}

/** 清江区, where the unit at the top is called 清江区人民政府. */
export function districtName({ org }: Pick<PromiseWorld, 'org'>): string {
  return (org.root?.name.zh ?? '').replace(/人民政府$/, '');
}

/** Who issues, in the district's words: its own where the parameter gives them, else after its name. */
export function officesOf(world: Pick<PromiseWorld, 'org' | 'setting'>): Offices {
  const name = districtName(world);
  const own = world.setting<Partial<Offices>>('bulletin.offices', {});
  return {
    bulletin: `${name}督查通报`,
    office: `${name}人民政府督查室`,
    letters: `${name}人民政府办公室`,
    recipients: ['各街道办事处', '区政府各部门'],
    copies: ['区委办公室', '区人大常委会办公室', '区政协办公室'],
    ...own,
  };
}

/** How documents of each kind are numbered: {year} and {issue} are filled in. */
const NUMBERS: Readonly<Record<PaperKind, string>> = {
  bulletin: '〔{year}〕第{issue}期',
  letter: '督函〔{year}〕{issue}号',
  ranking: '排名〔{year}〕第{issue}期',
  projects: '项目进度〔{year}〕第{issue}期',
  livelihood: '民生实事〔{year}〕第{issue}期',
  indicators: '指标〔{year}〕第{issue}期',
  appendix: '报告附件〔{year}〕第{issue}号',
  glossary: '名词解释〔{year}〕第{issue}号',
  memo: '跟进〔{year}〕第{issue}号',
};

export function documentNumber(
  world: Pick<PromiseWorld, 'setting'>,
  kind: PaperKind,
  year: number,
  issue: number,
): string {
  const own = world.setting<Partial<Record<PaperKind, string>>>('bulletin.numbers', {});
  const form = own[kind] ?? NUMBERS[kind];
  return form.replaceAll('{year}', String(year)).replaceAll('{issue}', String(issue));
}

/** Peers and what they are ranked by. */
export interface RankingGroupSetting {
  readonly id: string;
  readonly name: string;
  readonly english: string;
  /** Kinds of units that are compared with one another. */
  readonly kinds: readonly string[];
  /** Promises that count: those it leads, or those it has to do with. */
  readonly promises: 'lead' | 'involved';
  /** Public: by criterion, whole numbers from 0. Criteria are those of promises and any measure over cases. */
  readonly weights: Readonly<Record<string, number>>;
  /** Of promises: fewer are not ranked. Measures have a least number of their own. */
  readonly minimum: number;
}

export interface BoardsSetting {
  readonly show: boolean;
  /** The first so many that are all green, and the last so many that have a red light. */
  readonly red: number;
  readonly black: number;
}

/** Force majeure: noted beside the unit's rank, and no black board for it. */
export interface Exemption {
  readonly unit: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}
