import type {
  ChoiceField,
  ChoicesField,
  CitizenNumberField,
  CreditCodeField,
  DateField,
  FilesField,
  InstantField,
  NumberField,
  PersonNameField,
  PhoneField,
  PhotosField,
  PlaceField,
  TextField,
  YesNoField,
} from './field.ts';
import { type Fluent, fluent } from './fluent-field.ts';
import type { Source, UnitsSource, WorkersSource } from './source.ts';

const open = { presence: 'optional', grading: 'general', masking: 'none', help: '' } as const;

/** Free words. `max` and `min` count code points; `lines` is the height of the box, 1 forbids line breaks; `pattern` is a regular expression the whole text must match. */
export function text(
  label: string,
  limits: { readonly max: number; readonly min?: number; readonly lines?: number; readonly pattern?: string },
): Fluent<TextField> {
  return fluent({ kind: 'text', label, ...open, min: 0, lines: 1, pattern: '', ...limits });
}

/** A number from `min` to `max`, both included. */
export function number(
  label: string,
  limits: { readonly min: number; readonly max: number; readonly integer?: boolean; readonly unit?: string },
): Fluent<NumberField> {
  return fluent({ kind: 'number', label, ...open, integer: false, unit: '', ...limits });
}

/** A calendar day. */
export function date(label: string): Fluent<DateField> {
  return fluent({ kind: 'date', label, ...open });
}

/** A moment in time. */
export function instant(label: string): Fluent<InstantField> {
  return fluent({ kind: 'instant', label, ...open });
}

export function yesNo(label: string): Fluent<YesNoField> {
  return fluent({ kind: 'yesNo', label, ...open });
}

/** One code out of a source: `choice('办理结果', options({ fixed: '已解决' }))`, `choice('事项类别', tree('matters'))`. */
export function choice<S extends Source>(label: string, source: S): Fluent<ChoiceField<S>> {
  return fluent<ChoiceField<S>>({ kind: 'choice', label, ...open, source });
}

/** Several codes out of a source, at most `max` of them (100 unless told). */
export function choices<S extends Source>(
  label: string,
  source: S,
  limits: { readonly max?: number } = {},
): Fluent<ChoicesField<S>> {
  return fluent<ChoicesField<S>>({ kind: 'choices', label, ...open, source, max: limits.max ?? 100 });
}

/** A unit of the district. */
export function unit(label: string): Fluent<ChoiceField<UnitsSource>> {
  return choice(label, { from: 'units' });
}

/** Several units of the district (assisting units, addressees). */
export function units(label: string, limits: { readonly max?: number } = {}): Fluent<ChoicesField<UnitsSource>> {
  return choices(label, { from: 'units' }, limits);
}

/** A person of the district, by post. */
export function worker(label: string): Fluent<ChoiceField<WorkersSource>> {
  return choice(label, { from: 'workers' });
}

/** Where it is: cell, point (WGS 84), address. */
export function place(label: string): Fluent<PlaceField> {
  return fluent({ kind: 'place', label, ...open });
}

/** Pictures, at most `max`. */
export function photos(label: string, limits: { readonly max: number }): Fluent<PhotosField> {
  return fluent({ kind: 'photos', label, ...open, ...limits });
}

/** Files, at most `max`. */
export function files(label: string, limits: { readonly max: number }): Fluent<FilesField> {
  return fluent({ kind: 'files', label, ...open, ...limits });
}

/** The name of a person; personal and masked. */
export function personName(label: string): Fluent<PersonNameField> {
  return fluent({ kind: 'personName', label, ...open, grading: 'personal', masking: 'name' });
}

/** A telephone number; personal and masked. */
export function phone(label: string): Fluent<PhoneField> {
  return fluent({ kind: 'phone', label, ...open, grading: 'personal', masking: 'phone' });
}

/** A citizen number (GB 11643); sensitive personal information (GB/T 35273-2020 annex B) and masked. */
export function citizenNumber(label: string): Fluent<CitizenNumberField> {
  return fluent({ kind: 'citizenNumber', label, ...open, grading: 'sensitive', masking: 'citizenNumber' });
}

/** A unified social credit code (GB 32100) of an enterprise or institution. */
export function creditCode(label: string): Fluent<CreditCodeField> {
  return fluent({ kind: 'creditCode', label, ...open });
}
