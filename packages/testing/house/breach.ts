/** One place where the code breaks a rule of the house. */
export interface Breach {
  /** Path from the repository's root. */
  readonly path: string;
  /** First line is 1; 0 where the whole file is meant. */
  readonly line: number;
  /** What is wrong and why the rule stands. */
  readonly why: string;
}

/** One rule of the house, looked for over all of it. */
export type Fence = (house: House) => Breach[];

/** The source of the house: its modules read, and all its texts by path. */
export interface House {
  readonly texts: ReadonlyMap<string, string>;
  readonly modules: readonly HouseModule[];
}

/** One module with what the fences ask of it. */
export interface HouseModule {
  readonly path: string;
  readonly place: Place;
  readonly imports: readonly ModuleImport[];
  /** Texts written in the code: string literals, templates with `…` for what is filled in, text in JSX. */
  readonly literals: readonly Located[];
  readonly comments: readonly Located[];
  /** Uses of names that nothing in the module declares, as `Date.now()`, `new Date()`, `window.`. */
  readonly globals: readonly Located[];
  readonly lines: number;
}

export interface Located {
  readonly text: string;
  readonly line: number;
}

export interface ModuleImport {
  readonly specifier: string;
  readonly line: number;
  /** True where nothing of it remains when types are erased. */
  readonly typeOnly: boolean;
  /** The file of the house it means, or undefined for a package from outside. */
  readonly target: Place | undefined;
}

/** Where a file stands: `packages/server/clock/store.ts` is in house part `server`, folder `clock`. */
export interface Place {
  readonly path: string;
  /** kit, reader, server, web, testing, apps, district, bench, e2e, scripts; `root` for what lies above them. */
  readonly part: string;
  /** The folder within the part; empty for files that lie in the part itself. */
  readonly folder: string;
  readonly isTest: boolean;
}
