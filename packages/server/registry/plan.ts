import { isDeepStrictEqual } from 'node:util';
import { insertVersion, type RecordVersion, type Registry, versionAt } from '@huying/kit/registry';
import { placeDraft, type RecordsByCode, storedDraft } from './check-draft.ts';
import type { RecordDraft, RegistryRecord } from './record.ts';

/** What putting a draft does. */
export type PutOutcome = 'created' | 'added' | 'unchanged';

/** A put worked out and not yet written: the record as it will be, its new version, the intervals that end, the path it leaves. */
export interface RecordPlan {
  readonly outcome: PutOutcome;
  readonly record: RegistryRecord;
  readonly version: RecordVersion;
  readonly ended: readonly RecordVersion[];
  readonly movedFrom: string | null;
  /** It has another name from then on than it had. */
  readonly renamed: boolean;
}

/**
 * Works out what putting a draft from an instant on does. A draft that says what holds already changes nothing, so that an import can be run again.
 * @throws as `placeDraft`.
 */
export function planPut(
  registry: Registry,
  raw: RecordDraft,
  records: RecordsByCode,
  from: number,
  id: () => string,
): RecordPlan {
  const draft = storedDraft(registry, raw);
  const path = placeDraft(registry, draft, records, from);
  const self = records.get(draft.code);
  const versions = self?.versions ?? [];
  const held = versionAt(versions, from);
  if (self && held && says(held, draft)) {
    return { outcome: 'unchanged', record: self, version: held, ended: [], movedFrom: null, renamed: false };
  }
  const { validTo, ends } = insertVersion(versions, from);
  const { parent, name, data } = draft;
  const version = { version: versions.length + 1, effectiveFrom: from, validTo, parent, name, data };
  const kept = versions.map((old, at) => ({ ...old, validTo: ends.get(at) ?? old.validTo }));
  const record = {
    id: self?.id ?? id(),
    registry: registry.id,
    code: draft.code,
    parent,
    path,
    versions: [...kept, version],
  };
  return {
    outcome: self ? 'added' : 'created',
    record,
    version,
    ended: kept.filter((_, at) => ends.has(at)),
    movedFrom: self && self.path !== path ? self.path : null,
    renamed: self !== undefined && !isDeepStrictEqual((held ?? versions.at(-1))?.name, name),
  };
}

function says(version: RecordVersion, { parent, name, data }: RecordDraft): boolean {
  return version.parent === parent && isDeepStrictEqual(version.name, name) && isDeepStrictEqual(version.data, data);
}
