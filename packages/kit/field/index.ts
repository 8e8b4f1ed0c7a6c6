export {
  choice,
  choices,
  citizenNumber,
  creditCode,
  date,
  files,
  instant,
  number,
  personName,
  phone,
  photos,
  place,
  text,
  unit,
  units,
  worker,
  yesNo,
} from './builders.ts';
export { isCalendarDay } from './calendar-day.ts';
export { checkFields } from './check-fields.ts';
export { checkValues, parseValues } from './check-values.ts';
export { isCitizenNumber } from './citizen-number.ts';
export { isCreditCode, isOrganisationCode } from './credit-code.ts';
export * from './field.ts';
export { type Fluent, fluent, type Steps } from './fluent-field.ts';
export { formatValue, type Reading } from './format-value.ts';
export { maskValue } from './mask-value.ts';
export { isMobile, isPhone, plainPhone } from './phone-number.ts';
export { codePoints, isPlainText, plainText } from './plain-text.ts';
export { schemaOf, valuesSchemaOf } from './schema.ts';
export {
  type OptionsSource,
  options,
  type Source,
  type TreeSource,
  tree,
  type UnitsSource,
  type WorkersSource,
} from './source.ts';
export { storedValues } from './stored-values.ts';
