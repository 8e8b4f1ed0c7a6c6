import type { Words } from '@huying/kit/error';

export type UnitKind = 'district' | 'department' | 'street' | 'community' | 'company' | 'centre';

/** An organisation in the tree. Instants in epoch milliseconds; `to` is the first instant it is no more. */
export interface Unit {
  readonly id: string;
  readonly parent: string | null;
  /** codes from the root down: `/centre/dept/team` */
  readonly path: string;
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: Words;
  /** code of the area it answers for, or null for none or the whole district */
  readonly area: string | null;
  readonly from: number;
  readonly to: number | null;
}

/** A unit that ended, and one that goes on with its duties (or a part of them) from then on. */
export interface Succession {
  readonly unit: string;
  readonly successor: string;
}

/** A role held in a unit by a person, with dates. */
export interface Post {
  readonly id: string;
  readonly account: string;
  readonly unit: string;
  readonly role: string;
  /** code of the area the post is for; null covers all of its unit's */
  readonly area: string | null;
  readonly from: number;
  readonly to: number | null;
}

/** Someone who acts in an absent person's post for a time. */
export interface Deputy {
  readonly id: string;
  readonly post: string;
  readonly account: string;
  readonly from: number;
  readonly to: number;
}

/** A post as one may act in it: one's own, or as deputy of its holder. */
export interface HeldPost extends Post {
  readonly as: 'holder' | 'deputy';
}

/** Someone who can act in a post now. */
export interface Holder {
  readonly account: string;
  readonly post: Post;
  readonly as: 'holder' | 'deputy';
}

/** The role of the person who answers for a unit; escalation ends at them. */
export const unitHead = 'unit-head';

/** Kept apart by grade-three protection: accounts, powers, and the watch over both. No one holds two of them. */
export const systemAdmin = 'system-admin';
export const securityAdmin = 'security-admin';
export const auditAdmin = 'audit-admin';
export const separatedRoles: readonly string[] = [systemAdmin, securityAdmin, auditAdmin];

/** Whether an instant lies in a period; the end is outside. */
export function inForce(period: { readonly from: number; readonly to: number | null }, now: number): boolean {
  return period.from <= now && (period.to === null || now < period.to);
}
