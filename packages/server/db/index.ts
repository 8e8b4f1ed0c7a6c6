export type { BackupHead } from './backup/archive.ts';
export { type BackupOptions, type BackupSummary, backup, type OnProgress, programVersion } from './backup/backup.ts';
export { checkBackup, type RestoreOptions, restore } from './backup/restore.ts';
export { type Db, type DbOptions, huyingHome, openDb, programFolder } from './db.ts';
export { isConnectionLoss, isDatabaseError, isUniqueViolation } from './failure.ts';
export { type Log, silentLog } from './log.ts';
export { appliedMigrations, knownMigrations, type MigrateOptions, type Migration, migrate } from './migrate.ts';
export { checkOwnServer } from './own-server.ts';
export { inCompany, type Outcome, sharedTransaction } from './shared.ts';
export {
  type Gathered,
  type Opening,
  runAll,
  type Statement,
  type Tx,
  transaction,
  type Writing,
  writeAll,
} from './tx.ts';
