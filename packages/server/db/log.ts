type Fields = Readonly<Record<string, unknown>>;

/** Where the program says what it does: fields for machines, a sentence for people. Never personal data. Pino fits it. */
export interface Log {
  debug(fields: Fields, sentence: string): void;
  info(fields: Fields, sentence: string): void;
  warn(fields: Fields, sentence: string): void;
  error(fields: Fields, sentence: string): void;
}

const nothing = (): void => {};

/** Says nothing; for tests and for commands whose output is their answer. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
