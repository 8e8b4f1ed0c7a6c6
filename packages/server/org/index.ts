export { chooseActingPost, postsIn } from './acting-post.ts';
export {
  disableAccount,
  enableAccount,
  requireSecondFactor,
  resetPassword,
  resetSecondFactor,
} from './change-account.ts';
export { endUnitOperation, moveUnit, type OpenWork, renameUnit, succeedUnitOperation } from './change-unit.ts';
export { admitAccount, createAccount } from './create-account.ts';
export { createPostOperation } from './create-post.ts';
export { createUnit } from './create-unit.ts';
export { endPost } from './end-post.ts';
export {
  type ActingCtx,
  changeOrg,
  type OrgCtx,
  orgOf,
  postHeld,
  requirePost,
  requirePostHeld,
  requireRole,
  requireUnit,
} from './org.ts';
export { type OrgRows, type OrgView, orgView } from './org-view.ts';
export { listAccounts, readSignIns } from './read-accounts.ts';
export { setDeputy } from './set-deputy.ts';
export { insertOrg } from './store.ts';
export {
  auditAdmin,
  type Deputy,
  type HeldPost,
  type Holder,
  inForce,
  type Post,
  type Succession,
  securityAdmin,
  systemAdmin,
  type Unit,
  type UnitKind,
  unitHead,
} from './unit.ts';
