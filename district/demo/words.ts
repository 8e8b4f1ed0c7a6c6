/** A text in the two languages of the product. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Epoch milliseconds, UTC. */
export type Instant = number;

/** "云渡 Yundu, 榕埠 Rongbu" → pairs. The compact form in which lists of invented names are kept. */
export function wordList(text: string): readonly Words[] {
  return text
    .split(/[,\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => {
      const space = item.indexOf(' ');
      return { zh: item.slice(0, space), en: item.slice(space + 1) };
    });
}
