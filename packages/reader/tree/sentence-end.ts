const openers = '“‘《〈（([【「『〔';
const closers = '”’》〉）)]】」』〕';
/** A pair of marks further apart than this is taken for two strays: text between them must not be swallowed. */
const widest = 240;

/**
 * Where the sentences of a paragraph end: indices after their last characters, closing quotes and brackets included; the last
 * is the end of the text. A semicolon ends none, nor does a full stop inside quotes or brackets whose sentence goes on after them.
 */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  const until = pairs(text);
  const size = text.length;
  let shut = -1;
  let from = 0;
  for (let at = 0; at < size; at += 1) {
    const closing = until.get(at);
    if (closing !== undefined && closing > shut) shut = closing;
    if (!endsAt(text, at)) continue;
    let end = at + 1;
    while (end < size && endsAt(text, end)) end += 1;
    while (end < size && (closers.includes(text.charAt(end)) || text.charAt(end) === '"')) end += 1;
    if (shut >= end) continue;
    if (end < size && /[，、；：,;:]/.test(text.charAt(end))) continue;
    // “马上就办。”的要求: what follows at once belongs to the quoted words.
    if (text.charAt(end - 1) !== text.charAt(at) && /[的地之是等]/.test(text.charAt(end))) continue;
    while (end < size && /\s/.test(text.charAt(end))) end += 1;
    if (end > from) ends.push(end);
    from = end;
    at = end - 1;
  }
  if (from < size) ends.push(size);
  return ends;
}

/** Closing index by opening index of the quotes and brackets that pair up. */
function pairs(text: string): Map<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (openers.includes(char)) open.push(at);
    else if (closers.includes(char)) {
      const begun = open.at(-1);
      if (begun === undefined || at - begun > widest) open.length = 0;
      else if (closers.charAt(openers.indexOf(text.charAt(begun))) === char || isBracket(char, text.charAt(begun))) {
        open.pop();
        found.set(begun, at);
      }
    }
    // Strays would make every later pair fail.
    if (open.length > 8) open.shift();
  }
  return found;
}

function isBracket(closing: string, opening: string): boolean {
  return '）)'.includes(closing) && '（('.includes(opening);
}

const isHanOrClosing = /[\p{Script=Han}”’》）)%％]/u;
const isHanOrOpening = /[\p{Script=Han}“‘《]/u;

function endsAt(text: string, at: number): boolean {
  const char = text.charAt(at);
  switch (char) {
    case '。':
    case '！':
    case '!':
    case '｡':
      return true;
    case '？':
    case '?': {
      // A question mark that stands for a lost character is followed by what cannot follow a question.
      const next = text.charAt(at + 1);
      return at > 0 && !/[，、；：,;:\d%]/.test(next) && !/[\d.]/.test(text.charAt(at - 1));
    }
    case '.':
    case '．': {
      const before = text.charAt(at - 1);
      const next = text.charAt(at + 1);
      if (isHanOrClosing.test(before)) return next === '' || isHanOrOpening.test(next) || next === ' ';
      return /[a-z)]/.test(before) && next === ' ' && /[A-Z"“]/.test(text.charAt(at + 2));
    }
    case '%':
    case '％':
      // 增长116%2015年，认定…: the stop was lost, and a clause does not go on with a year.
      return /^(?:(?:19|20)\d\d年|PM)/.test(text.slice(at + 1, at + 6));
    default:
      return false;
  }
}
