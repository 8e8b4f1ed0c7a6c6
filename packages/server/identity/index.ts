export {
  type Account,
  accountAtHome,
  accountIn,
  accountNamed,
  admitAccount,
  disable,
  enable,
  listAccounts,
  type NewAccount,
  openAccount,
  openReadyAccount,
  requireCode,
  resetCode,
  setInitialPassword,
} from './account.ts';
export { accountName, nameKey } from './account-name.ts';
export { changePassword } from './change-password.ts';
export type { SuiteName } from './cipher-suite.ts';
export {
  createKeyring,
  type KeyCtx,
  type Keyring,
  type MintedKey,
  type PlainItem,
  type SealedItem,
} from './keyring.ts';
export { loadMasterKey, type MasterKeySource } from './master-key.ts';
export { checkMasterKey } from './master-key-check.ts';
export { codeAt } from './one-time-code.ts';
export { hashPassword, initialPassword } from './password-hash.ts';
export { passwordProblems, requireStrongPassword } from './password-rule.ts';
export { confirmCode, enrolCode } from './second-factor.ts';
export {
  actorOf,
  districtsOf,
  endSession,
  type IdentityServices,
  listSessions,
  resolveSession,
  revokeSession,
  revokeSessions,
  type Session,
  type SessionAccount,
  setActing,
  sweepSessions,
} from './session.ts';
export { defaultIdentitySettings, type IdentitySettings } from './settings.ts';
export { type SignedIn, type SignInInput, signIn } from './sign-in.ts';
export { displayNames, eventsOf as signInsOf } from './store.ts';
export type { SubjectKeyRow } from './subject-key.store.ts';
