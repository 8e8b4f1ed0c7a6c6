export { type PdfPage, type PdfText, pdfFile } from './pdf-file.ts';
export { type WordParts, wordReport } from './word-report.ts';
export { workReport } from './work-report.ts';
