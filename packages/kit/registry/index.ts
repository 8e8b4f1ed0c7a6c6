export { type CodePath, codesOf, depthOf, isWithin, pathUnder } from './code-path.ts';
export { defineRegistry, type Level, levelAt, type Registry, type Tree } from './registry.ts';
export { endVersions, insertVersion, type RecordVersion, versionAt } from './version.ts';
