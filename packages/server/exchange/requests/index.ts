export type { ImportServices } from './district-setup.ts';
export type { ForeignRequest, RowProblem } from './foreign-request.ts';
export { importRequests, previewRequests, type RefusedRow, type RequestImport } from './import-requests.ts';
export type { CaseSink, ImportedCase } from './imported-case.ts';
export { HolidayList, parseHolidays, parseMapping, RequestMapping, readJson } from './mapping.ts';
export { type ReadRow, readRequests } from './read-requests.ts';
export { type NamedArea, type RequestAreas, requestAreas } from './request-areas.ts';
export { openRequests, type RequestSource, rowsOf } from './request-source.ts';
export { countReview, type Preview, type Review, type ReviewCount, reviewRequests } from './review.ts';
