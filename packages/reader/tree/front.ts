import type { Line } from './line.ts';

const asks =
  /(?:代表|受)[^。]{0,24}(?:政府|委托)[^。]{0,30}报告|报告[^。]{0,24}请予?审[议查]|(?:现在|下面)[^。]{0,30}报告[^。]{0,12}工作/;
const address = /^各位(?:代表|委员)/;

/** How many of the text lines stand before the report speaks: title, meeting, speaker, address; 0 where nothing of it is found. */
export function frontLength(lines: readonly Line[], texts: readonly number[]): number {
  let end = 0;
  let silent = 0;
  let hasAsked = false;
  for (const [nth, at] of texts.entries()) {
    const text = lines[at]?.text ?? '';
    if (end > 0 && text.length > 400) break;
    const isAsking = asks.test(text.slice(0, 160)) && text.length < 400;
    // Later on the deputies are addressed again and again.
    if (isAsking || (!hasAsked && address.test(text) && text.length < 16)) {
      end = nth + 1;
      silent = 0;
      hasAsked ||= isAsking;
    } else silent += text.length > 120 ? 20 : 1;
    // A page may quote the opening once before the report itself begins.
    if (end > 0 ? silent > 24 : nth > 120) break;
  }
  return end;
}
