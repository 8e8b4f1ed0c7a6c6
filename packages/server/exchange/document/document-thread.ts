import { parentPort } from 'node:worker_threads';
import type { OfficialDocument } from '@huying/kit/document';
import { type DocumentFormat, makeDocument } from './make-document.ts';

/** What a thread is asked to make. */
export interface Commission {
  readonly no: number;
  readonly document: OfficialDocument;
  readonly format: DocumentFormat;
}

/** What it answers: the file, or what went wrong in words. */
export type Delivery =
  | { readonly no: number; readonly content: Uint8Array }
  | { readonly no: number; readonly fault: string };

parentPort?.on('message', async ({ no, document, format }: Commission) => {
  try {
    const content = await makeDocument(document, format);
    parentPort?.postMessage({ no, content: new Uint8Array(content) } satisfies Delivery);
  } catch (error) {
    const fault = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
    parentPort?.postMessage({ no, fault } satisfies Delivery);
  }
});
