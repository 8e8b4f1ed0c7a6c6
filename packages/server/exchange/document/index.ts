export { DOCUMENT_TYPES, type MadeDocument, madeDocument } from './made-document.ts';
export type { DocumentFormat } from './make-document.ts';
