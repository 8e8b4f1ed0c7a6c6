import type { UnitKind } from '@huying/server/org';
import { areaCodes } from './places.ts';

interface PlannedUnit {
  readonly parent: string | null;
  readonly kind: UnitKind;
  readonly zh: string;
  readonly area?: string;
}

/** The units of a test's district by code, parents before children. */
export const plannedUnits = {
  district: { parent: null, kind: 'district', zh: '清江区' },
  centre: { parent: 'district', kind: 'centre', zh: '区指挥中心' },
  water: { parent: 'district', kind: 'department', zh: '区水务局' },
  pipes: { parent: 'water', kind: 'department', zh: '管网所' },
  pumps: { parent: 'water', kind: 'department', zh: '泵站所' },
  roads: { parent: 'district', kind: 'department', zh: '区公路局' },
  paving: { parent: 'roads', kind: 'department', zh: '养护所' },
  west: { parent: 'district', kind: 'street', zh: '西街街道', area: areaCodes.west },
  willow: { parent: 'west', kind: 'community', zh: '柳园社区', area: areaCodes.westCommunity },
  east: { parent: 'district', kind: 'street', zh: '东街街道', area: areaCodes.east },
} as const satisfies Readonly<Record<string, PlannedUnit>>;

export type UnitCode = keyof typeof plannedUnits;

interface PlannedPost {
  readonly role: string;
  readonly unit: UnitCode;
  readonly area?: string;
}

/** Who there is, by the name a test calls them: one person and one post each. */
export const plannedPosts = {
  operator: { role: 'operator', unit: 'centre' },
  acceptor: { role: 'acceptor', unit: 'centre' },
  dispatcher: { role: 'dispatcher', unit: 'centre' },
  shiftLeader: { role: 'shift-leader', unit: 'centre' },
  callbackOfficer: { role: 'callback-officer', unit: 'centre' },
  supervisor: { role: 'supervisor', unit: 'district' },
  leader: { role: 'district-leader', unit: 'district' },
  reportEditor: { role: 'report-editor', unit: 'district' },
  statistician: { role: 'statistician', unit: 'district' },
  congressOfficer: { role: 'congress-officer', unit: 'district' },
  deputy: { role: 'deputy', unit: 'district' },
  auditor: { role: 'auditor', unit: 'district' },
  systemAdmin: { role: 'system-admin', unit: 'district' },
  securityAdmin: { role: 'security-admin', unit: 'district' },
  dutyEditor: { role: 'duty-editor', unit: 'centre' },
  verifier: { role: 'verifier', unit: 'centre' },
  westVerifier: { role: 'verifier', unit: 'west', area: areaCodes.west },
  eastVerifier: { role: 'verifier', unit: 'east', area: areaCodes.east },
  waterVerifier: { role: 'verifier', unit: 'pipes' },
  eastOperator: { role: 'operator', unit: 'centre', area: areaCodes.east },
  eastAcceptor: { role: 'acceptor', unit: 'centre', area: areaCodes.east },
  eastDispatcher: { role: 'dispatcher', unit: 'centre', area: areaCodes.east },
  waterHead: { role: 'unit-head', unit: 'water' },
  waterClerk: { role: 'unit-clerk', unit: 'water' },
  pipesHandler: { role: 'handler', unit: 'pipes' },
  pumpsClerk: { role: 'unit-clerk', unit: 'pumps' },
  roadsHead: { role: 'unit-head', unit: 'roads' },
  roadsClerk: { role: 'unit-clerk', unit: 'roads' },
  pavingHandler: { role: 'handler', unit: 'paving' },
  westHead: { role: 'unit-head', unit: 'west' },
  westClerk: { role: 'unit-clerk', unit: 'west' },
  willowClerk: { role: 'unit-clerk', unit: 'willow' },
} as const satisfies Readonly<Record<string, PlannedPost>>;

export type PersonName = keyof typeof plannedPosts;
