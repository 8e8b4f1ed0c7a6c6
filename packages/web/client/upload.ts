import type { Locale } from '@huying/kit/error';
import type { FileEntry } from './api.ts';
import { Refusal, Unreachable } from './refusal.ts';

export interface Upload {
  readonly done: Promise<FileEntry>;
  abort(): void;
}

/** Sends one file; `onProgress` hears the share sent, 0 to 1. Fails with `Refusal` or `Unreachable`. */
export function upload(file: File, key: string, locale: Locale, onProgress: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<FileEntry>((resolve, reject) => {
    request.open('POST', '/api/files');
    request.responseType = 'text';
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', locale);
    request.setRequestHeader('x-huying', '1');
    request.setRequestHeader('idempotency-key', key);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      const told = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(told as FileEntry);
      else reject(new Refusal(request.status, told));
    };
    request.onerror = () => reject(new Unreachable('network'));
    request.onabort = () => reject(new Unreachable('aborted'));
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
  return { done, abort: () => request.abort() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
