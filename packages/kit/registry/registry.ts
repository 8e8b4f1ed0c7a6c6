import type { Fields } from '../field/index.ts';

/** One level of a registry's tree. `code` is '' or a regular expression that the whole code of a record on this level matches. */
export interface Level {
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

/**
 * The tree a registry forms. A record's level follows from its depth. With `deeper` the tree goes on below the last level, which then names
 * all that follows. With `codesNest` a record's code begins with its parent's (divisions and cells do, matters do not).
 */
export interface Tree {
  readonly levels: readonly Level[];
  readonly deeper: boolean;
  readonly codesNest: boolean;
}

/** A typed set of records of one kind, as plain data. Complete: a flat registry has a tree of one level. */
export interface Registry<Fs extends Fields = Fields> {
  readonly id: string;
  readonly name: string;
  readonly fields: Fs;
  readonly tree: Tree;
}

interface LevelDeclaration {
  readonly id: string;
  readonly name: string;
  readonly code?: string;
}

interface RegistryDeclaration<Fs extends Fields> {
  readonly id: string;
  readonly name: string;
  readonly fields: Fs;
  /** A regular expression that the whole code matches, where a level has none of its own. */
  readonly code?: string;
  /** Absent: a flat list. */
  readonly tree?: {
    readonly levels: readonly [LevelDeclaration, ...LevelDeclaration[]];
    readonly deeper?: true;
    readonly codesNest?: true;
  };
}

/** Any code: up to 64 characters without white space or `/`, which separates the codes of a path. */
const anyCode = '[^\\s/]{1,64}';

/** Declares a registry: `defineRegistry({ id: 'matters', name: '事项类别', fields: {…}, tree: { levels: [{ id: 'class', name: '大类' }, { id: 'item', name: '小类' }] } })`. */
export function defineRegistry<const Fs extends Fields>(declaration: RegistryDeclaration<Fs>): Registry<Fs> {
  const { id, name, fields, code = anyCode, tree } = declaration;
  const levels = tree?.levels ?? [{ id, name }];
  return {
    id,
    name,
    fields,
    tree: {
      levels: levels.map((level) => ({ id: level.id, name: level.name, code: level.code ?? code })),
      deeper: tree?.deeper ?? false,
      codesNest: tree?.codesNest ?? false,
    },
  };
}

/** The level of a record `depth` steps below the root (0 = top); undefined where the tree does not go that deep. */
export function levelAt(registry: Registry, depth: number): Level | undefined {
  const { levels, deeper } = registry.tree;
  return levels[depth] ?? (deeper ? levels[levels.length - 1] : undefined);
}
