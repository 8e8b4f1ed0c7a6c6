import type { OptionsSource, Source } from './source.ts';

/** How much care a field asks for (GB/T 43697; personal and sensitive personal information after PIPL). */
export type Grade = 'general' | 'important' | 'personal' | 'sensitive';

/** How a value is shown to those who may not read it whole. */
export type Masking = 'none' | 'phone' | 'name' | 'citizenNumber' | 'all';

export type Presence = 'required' | 'optional';

/** What every field declares. Always complete: nothing downstream asks whether a key is set; `help` is '' when there is none. */
interface Declared {
  readonly label: string;
  readonly presence: Presence;
  readonly grading: Grade;
  readonly masking: Masking;
  readonly help: string;
}

/** Free words. `min` and `max` count code points; `lines` is the height of its box (1 = no line breaks); `pattern` is '' or a regular expression the whole text matches. */
export interface TextField extends Declared {
  readonly kind: 'text';
  readonly min: number;
  readonly max: number;
  readonly lines: number;
  readonly pattern: string;
}

/** A number within bounds, both included; `unit` is shown after it ('' when it has none). */
export interface NumberField extends Declared {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  readonly unit: string;
}

/** A calendar day, `YYYY-MM-DD`. */
export interface DateField extends Declared {
  readonly kind: 'date';
}

/** A moment, epoch milliseconds UTC. */
export interface InstantField extends Declared {
  readonly kind: 'instant';
}

export interface YesNoField extends Declared {
  readonly kind: 'yesNo';
}

/** One code out of a source. */
export interface ChoiceField<S extends Source = Source> extends Declared {
  readonly kind: 'choice';
  readonly source: S;
}

/** Several codes out of a source, each once. */
export interface ChoicesField<S extends Source = Source> extends Declared {
  readonly kind: 'choices';
  readonly source: S;
  readonly max: number;
}

/** Where something is: cell, point, address. */
export interface PlaceField extends Declared {
  readonly kind: 'place';
}

/** Ids of stored pictures, at most `max`. */
export interface PhotosField extends Declared {
  readonly kind: 'photos';
  readonly max: number;
}

/** Ids of stored files, at most `max`. */
export interface FilesField extends Declared {
  readonly kind: 'files';
  readonly max: number;
}

export interface PersonNameField extends Declared {
  readonly kind: 'personName';
}

export interface PhoneField extends Declared {
  readonly kind: 'phone';
}

/** A citizen number, GB 11643-1999. */
export interface CitizenNumberField extends Declared {
  readonly kind: 'citizenNumber';
}

/** A unified social credit code, GB 32100-2015. */
export interface CreditCodeField extends Declared {
  readonly kind: 'creditCode';
}

/** One field as plain data: what a definition stores and the browser reads. */
export type Field =
  | TextField
  | NumberField
  | DateField
  | InstantField
  | YesNoField
  | ChoiceField
  | ChoicesField
  | PlaceField
  | PhotosField
  | FilesField
  | PersonNameField
  | PhoneField
  | CitizenNumberField
  | CreditCodeField;

export type FieldKind = Field['kind'];

export type Fields = Readonly<Record<string, Field>>;

/** The datum a point came in; the point itself is always WGS 84. */
export type Datum = 'WGS84' | 'CGCS2000' | 'GCJ02' | 'BD09';

/** Degrees, WGS 84 (EPSG:4326). */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

/** A place: the cell's code and the point where they are known, the address in words ('' when there is none). At least one of the three is there. */
export interface PlaceValue {
  readonly cell: string | null;
  readonly point: Point | null;
  readonly address: string;
  readonly datum: Datum;
}

interface ValueOfKind {
  readonly text: string;
  readonly number: number;
  readonly date: string;
  readonly instant: number;
  readonly yesNo: boolean;
  readonly choice: string;
  readonly choices: readonly string[];
  readonly place: PlaceValue;
  readonly photos: readonly string[];
  readonly files: readonly string[];
  readonly personName: string;
  readonly phone: string;
  readonly citizenNumber: string;
  readonly creditCode: string;
}

type CodeOf<S> = S extends OptionsSource<infer Code> ? Code : string;

/** The type of a field's value; of a choice with written options, the union of their codes. */
export type ValueOf<F extends Field> =
  F extends ChoiceField<infer S>
    ? CodeOf<S>
    : F extends ChoicesField<infer S>
      ? readonly CodeOf<S>[]
      : ValueOfKind[F['kind']];

type RequiredNames<Fs extends Fields> = {
  [Name in keyof Fs]: Fs[Name]['presence'] extends 'required' ? Name : never;
}[keyof Fs];

type Simplify<T> = { [Name in keyof T]: T[Name] };

/** The values of a set of fields: required ones are there, the others may be absent. */
export type ValuesOf<Fs extends Fields> = Simplify<
  { readonly [Name in RequiredNames<Fs>]: ValueOf<Fs[Name]> } & {
    readonly [Name in Exclude<keyof Fs, RequiredNames<Fs>>]?: ValueOf<Fs[Name]> | undefined;
  }
>;

/** Whether a field holds personal information: encrypted at rest, masked unless a purpose is given. */
export function isPersonal(field: Field): boolean {
  return field.grading === 'personal' || field.grading === 'sensitive';
}
