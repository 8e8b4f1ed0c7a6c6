import type { RecordVersion } from '@huying/kit/registry';

/** A record with all it ever said: identity, place in its tree, versions in the order they were entered. */
export interface RegistryRecord {
  readonly id: string;
  readonly registry: string;
  readonly code: string;
  readonly parent: string | null;
  readonly path: string;
  readonly versions: readonly RecordVersion[];
}

/** What one version of a record says, as choices and readers need it. Instants are epoch milliseconds. */
export interface RecordReading extends RecordVersion {
  readonly id: string;
  readonly registry: string;
  readonly code: string;
  readonly path: string;
}

/** Who said something, on whose word, and why. */
export interface Provenance {
  /** A document, a file, an office: where it comes from. */
  readonly source: string;
  readonly setBy: string;
  readonly account: string | null;
  readonly reason: string;
  readonly setAt: number;
}

/** One entry of a record's history. */
export interface RecordHistory extends RecordVersion, Provenance {}

/** A record as it is handed in. `name.en` may be '' where there is none. */
export interface RecordDraft {
  readonly code: string;
  readonly parent: string | null;
  readonly name: { readonly zh: string; readonly en: string };
  readonly data: Readonly<Record<string, unknown>>;
}

/** A record's identity together with one of its versions. */
export function readingOf({ id, registry, code, path }: RegistryRecord, version: RecordVersion): RecordReading {
  return { ...version, id, registry, code, path };
}
