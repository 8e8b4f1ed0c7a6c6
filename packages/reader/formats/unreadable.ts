/** Why a file was refused; each is a code of the error catalogue. */
export type UnreadableCode =
  | 'reader.empty'
  | 'reader.tooLarge'
  | 'reader.format'
  | 'reader.encoding'
  | 'reader.locked'
  | 'reader.damaged'
  | 'reader.scan'
  | 'reader.glyphs';

/** A file that is not read, with the code and the values of the sentence that tells a person why. Openers throw this and nothing else. */
export class Unreadable extends Error {
  readonly code: UnreadableCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: UnreadableCode, params: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'Unreadable';
    this.code = code;
    this.params = params;
  }
}
