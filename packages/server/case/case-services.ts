import type { CaseType } from '@huying/kit/case';
import type { Definition, Product } from '@huying/kit/compile';
import { HuyingError } from '@huying/kit/error';
import type { Tx } from '../db/index.ts';
import { getDefinition } from '../definition/index.ts';
import type { Keyring } from '../identity/index.ts';
import type { Services } from '../ledger/index.ts';
import type { ParameterCatalogue } from '../parameter/index.ts';
import type { RegistryViews } from '../registry/index.ts';
import type { FactSink } from './fact-sink.ts';

/** A case that changed, told to whoever listens in this process after the commit. */
export interface CaseChange {
  readonly tenant: string;
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly area: string | null;
  readonly involved: readonly string[];
}

/** Listeners of changes, for server-sent events. */
export interface CaseChanges {
  emit(change: CaseChange): void;
  /** Answers how to stop listening. */
  subscribe(listener: (change: CaseChange) => void): () => void;
}

export function caseChanges(): CaseChanges {
  const listeners = new Set<(change: CaseChange) => void>();
  return {
    emit: (change) => {
      for (const listener of listeners) listener(change);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What the case engine needs besides what every operation has. */
export interface CaseServices extends Services {
  readonly product: Product;
  /** The hash under which each case type's present definition is stored. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly parameters: ParameterCatalogue;
  readonly registries: RegistryViews;
  readonly keyring: Keyring;
  readonly changes: CaseChanges;
  readonly facts: FactSink;
}

/** The present definition of a case type. Throws `case.unknownType`. */
export function currentDefinition(services: CaseServices, type: string): { definition: Definition; hash: string } {
  const definition = services.product.definitions.find(({ id }) => id === type);
  const hash = services.hashes[type];
  if (definition === undefined || hash === undefined) throw new HuyingError('case.unknownType', { type });
  return { definition, hash };
}

/** The definition a case was made under, which it keeps for ever. */
export async function pinnedDefinition(tx: Tx, hash: string): Promise<Definition> {
  return (await getDefinition(tx, hash)).json as Definition;
}

/** The fields of a type that hold personal information. */
export function personalFields(type: CaseType): readonly string[] {
  return Object.entries(type.fields)
    .filter(([, field]) => field.grading === 'personal' || field.grading === 'sensitive')
    .map(([name]) => name);
}
