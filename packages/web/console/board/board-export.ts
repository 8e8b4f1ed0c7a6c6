import { type Locale, queryText, Refusal, Unreachable } from '../../client/index.ts';
import type { BoardAsked } from './board-data.ts';

/** Fetches a board as a workbook in the reader's language, and hands it to the browser to be saved. Throws Refusal, Unreachable. */
export async function saveWorkbook(id: string, asked: BoardAsked, locale: Locale): Promise<void> {
  let response: Response;
  try {
    response = await fetch(`/api/boards/${id}/export.xlsx${queryText({ ...asked })}`, {
      credentials: 'same-origin',
      headers: { 'accept-language': locale },
    });
  } catch (cause) {
    throw new Unreachable(cause);
  }
  if (!response.ok) throw new Refusal(response.status, await response.json().catch(() => undefined));
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = nameIn(response.headers.get('content-disposition') ?? '');
  link.click();
  URL.revokeObjectURL(address);
}

function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return encoded === undefined ? 'board.xlsx' : decodeURIComponent(encoded);
}
