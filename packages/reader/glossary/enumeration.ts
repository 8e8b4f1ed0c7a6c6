import { countIn } from './count.ts';
import { piecesOf } from './pieces.ts';

/** What a definition enumerates and how sure that is: `whole` where the definition is nothing but the list. */
export interface Enumeration {
  readonly members: readonly string[];
  readonly whole: boolean;
}

/** Lists stand at the head of a definition; what is longer than this is a document that lost its line breaks. */
const longestRead = 2000;

const label = /[“「"]([^“”「」"]{1,12})[”」"](?:主要)?(?:是指|指的是|即是|指|为|是|即|：|:)/g;
const ordinal =
  /(?:^|[。；;，,：:\s])(?:([一二三四五六七八九十]{1,2})[是要]|[（(]([一二三四五六七八九十\d]{1,2})[）)]|([①②③④⑤⑥⑦⑧⑨⑩]))/g;
const quotedRun = /[“「][^“”「」]{1,30}[”」](?:(?:、|，|,|和|及|以及|与|；)*[“「][^“”「」]{1,30}[”」])+/g;
const withinQuotes = /[“「]([^“”「」]{3,200})[”」]/g;
const tally = /等?([二三四五六七八九十两]{1,3}|\d{1,2})(?:大|个方面|个|项|种|类|条|方面|张|本|套|位一体|者)/;
const lead =
  /^.*?(?:主要包括|具体包括|包括|分别为|分别是|分别指|主要是指|主要指|是指|具体为|具体是|主要有|即为|就是|简称|统称|围绕|聚焦|实施|推进|做到|坚持|以及在|要求在|构建|打造|[指即在为从]|是(?=[^、]*、))/;
const tail =
  /(?:等[二三四五六七八九十两\d]{1,3}(?:大|个|项|种|类|条|方面|张|本|套|者).*|[二三四五六七八九十两\d]{1,3}(?:大|个|项|种|类|条|张|本|套|个方面)[^、]{0,12}|(?:等)?方面.*|等)$/;

/** Reads the members a definition lists; `count`, the count the term promises, decides between several lists. */
export function enumerationIn(words: string, count: number | undefined): Enumeration {
  const definition = words.slice(0, longestRead);
  const lists = [labelled(definition), numbered(definition), ...quoted(definition), ...plain(definition)].filter(
    ({ members }) => members.length >= 2,
  );
  if (count !== undefined) {
    const exact = lists.find(({ members }) => members.length === count);
    if (exact !== undefined) return exact;
  }
  return lists.find(({ sure, whole }) => sure || whole) ?? { members: [], whole: false };
}

interface List extends Enumeration {
  /** The words themselves say that this is a list: labels, ordinals, a printed tally. */
  readonly sure: boolean;
}

/** “散”是指…；“乱”是指…: the labels. Of a code explained digit by digit (第一个“1”是指…) the explanations. */
function labelled(definition: string): List {
  const found = [...definition.matchAll(label)];
  const members = found.map((match, at) => {
    const name = match[1] ?? '';
    if (!/^\d+$/.test(name)) return name;
    const from = match.index + match[0].length;
    const rest = definition.slice(from, found[at + 1]?.index ?? definition.length);
    return trimmed(rest.split(/[；;。]/)[0] ?? '');
  });
  const unlike = new Set(members).size === members.length;
  return { members: unlike ? members : [], whole: found[0]?.index === 0, sure: found.length >= 2 && unlike };
}

function numbered(definition: string): List {
  const found = [...definition.matchAll(ordinal)];
  const numbers = found.map(
    (match) => countIn(match[1] ?? match[2] ?? '') ?? '①②③④⑤⑥⑦⑧⑨⑩'.indexOf(match[3] ?? ' ') + 1,
  );
  if (found.length < 2 || numbers.some((number, at) => number !== at + 1))
    return { members: [], whole: false, sure: false };
  const members = found.map((match, at) =>
    trimmed(definition.slice(match.index + match[0].length, found[at + 1]?.index ?? definition.length)),
  );
  return { members, whole: found[0]?.index === 0, sure: true };
}

/** “乐游广州”、“乐学广州”… and a list inside one pair of quotes. */
function quoted(definition: string): List[] {
  const runs = [...definition.matchAll(quotedRun)].map((match) => {
    const members = [...match[0].matchAll(withinOne)].map(([, name = '']) => name);
    const told = tally.exec(definition.slice(match.index + match[0].length, match.index + match[0].length + 6));
    return { members, whole: match.index === 0, sure: countIn(told?.[1] ?? '') === members.length };
  });
  const inside = [...definition.matchAll(withinQuotes)]
    .filter(([, words = '']) => words.includes('、'))
    .map((match) => {
      const members = (match[1] ?? '').split('、').map(trimmed);
      return { members, whole: match.index === 0, sure: members.length > 2 };
    });
  return [...runs, ...inside];
}
const withinOne = /[“「]([^“”「」]{1,30})[”」]/g;

/** Lists without marks of their own: clauses split at 、 (and 和), or a sentence split at commas after 包括. */
function plain(definition: string): List[] {
  const lists: List[] = [];
  const sentences = piecesOf(definition, '。；;').slice(0, 12);
  for (const [at, sentence] of sentences.entries()) {
    const clauses = piecesOf(sentence, '，,：:');
    for (const clause of clauses.slice(0, 12)) {
      if (!clause.includes('、')) continue;
      const whole = sentences.length === 1 && clauses.length === 1;
      const tallied = countIn(tally.exec(clause)?.[1] ?? '');
      for (const members of splitsOf(clause)) {
        lists.push({
          members,
          whole: whole && !lead.test(clause.split('、')[0] ?? ''),
          sure: tallied === members.length,
        });
      }
    }
    const listed = /(?:包括|分别[为是]|主要有)(.*)$/.exec(sentence)?.[1];
    if (at === 0 && clauses.length > 2) {
      const members = piecesOf(listed ?? sentence, '，,').map(trimmed);
      lists.push({ members, whole: false, sure: listed !== undefined && !listed.includes('、') });
    }
  }
  const parts = piecesOf(definition, '；;').map(trimmed);
  const short = parts.every(({ length }) => length <= 40);
  if (parts.length > 1)
    lists.push({ members: parts, whole: short && parts.length > 2, sure: short && parts.length > 2 });
  return lists;
}

/** One clause as a list: split at 、 alone, with the last 和, and at every 和, 及, 以及. */
function splitsOf(clause: string): string[][] {
  const pieces = piecesOf(clause, '、');
  const first = (pieces[0] ?? '').replace(lead, '');
  const last = (pieces.at(-1) ?? '').replace(tail, '');
  const plainly = [first === '' ? (pieces[0] ?? '') : first, ...pieces.slice(1, -1), last].map(trimmed).filter(isSome);
  const withLast = [...plainly.slice(0, -1), ...(plainly.at(-1) ?? '').split(/以及|和|及|与/)].filter(isSome);
  const every = plainly.flatMap((piece) => piece.split(/以及|和|及|与/)).filter(isSome);
  return [plainly, withLast, every];
}

const carried = /(?<!\d)(\d+)(?:个|项|条|大|张|套|类|批|家)/g;

/** What explains a code such as 1+2+3 part by part: the clauses that carry its numbers, in its order (1个…方案，…2个方案，…3个方案). */
export function groupsIn(definition: string, code: readonly string[]): readonly string[] {
  const members: string[] = [];
  for (const piece of (definition.slice(0, longestRead).split('。')[0] ?? '').split(/[，；]/)) {
    const at = [...piece.matchAll(carried)].find(([, number]) => number === code[members.length])?.index ?? -1;
    if (at < 0) continue;
    members.push(trimmed(members.length === 0 ? piece.slice(at) : piece));
  }
  return members.length === code.length ? members : [];
}

function trimmed(words: string): string {
  const bare = words.replace(/^[\s　，,；;：:、]+/, '').replace(/[\s　，,；;。：:、]+$/, '');
  return /^[“「]([^“”「」]*)[”」]$/.exec(bare)?.[1] ?? bare;
}

function isSome(words: string): boolean {
  return words !== '';
}
