import { Worker } from 'node:worker_threads';
import type { OfficialDocument } from '@huying/kit/document';
import type { Commission, Delivery } from './document-thread.ts';
import type { DocumentFormat } from './make-document.ts';

export interface MadeDocument {
  readonly content: Buffer;
  readonly type: `${string}/${string}`;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Media types of the formats. */
export const DOCUMENT_TYPES: Readonly<Record<DocumentFormat, `${string}/${string}`>> = {
  pdf: 'application/pdf',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
};

interface Waiting {
  readonly done: (content: Buffer) => void;
  readonly failed: (reason: Error) => void;
}

/** One thread of the process, started with the first document: laying out fifty pages must not keep others waiting. */
let thread: Worker | undefined;
let last = 0;
const waiting = new Map<number, Waiting>();

/** A document in one of the formats an office files, made beside everything else. */
export async function madeDocument(document: OfficialDocument, format: DocumentFormat): Promise<MadeDocument> {
  const content = await new Promise<Buffer>((done, failed) => {
    last += 1;
    waiting.set(last, { done, failed });
    const worker = running();
    worker.ref();
    worker.postMessage({ no: last, document, format } satisfies Commission);
  });
  return { content, type: DOCUMENT_TYPES[format] };
}

function running(): Worker {
  if (thread !== undefined) return thread;
  const made = new Worker(new URL('./document-thread.ts', import.meta.url));
  made.on('message', (delivery: Delivery) => {
    const own = waiting.get(delivery.no);
    waiting.delete(delivery.no);
    // A program that has nothing else to do ends: an idle thread does not keep it.
    if (waiting.size === 0) made.unref();
    if ('fault' in delivery) own?.failed(new Error(delivery.fault));
    else own?.done(Buffer.from(delivery.content));
  });
  made.on('error', (error) => {
    thread = undefined;
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  });
  thread = made;
  return made;
}
