export { catalogue, type ErrorCode } from './catalogue.ts';
export type { CatalogueArea, CatalogueEntry, Locale, Words } from './catalogue-area.ts';
export {
  type ErrorParams,
  HuyingError,
  isHuyingError,
  type Problem,
  type ProblemDetails,
  problemOf,
} from './huying-error.ts';
