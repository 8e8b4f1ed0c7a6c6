import type { OfficialDocument } from '@huying/kit/document';
import { docxOf } from './docx.ts';
import { pdfOf } from './pdf.ts';
import { xlsxOf } from './xlsx.ts';

export type DocumentFormat = 'pdf' | 'docx' | 'xlsx';

/** A document in one of the formats an office files. Up to seconds of work: servers have it done by `madeDocument`. */
export async function makeDocument(document: OfficialDocument, format: DocumentFormat): Promise<Buffer> {
  switch (format) {
    case 'pdf':
      return pdfOf(document);
    case 'docx':
      return docxOf(document);
    case 'xlsx':
      return xlsxOf(document);
    default:
      return format satisfies never;
  }
}
