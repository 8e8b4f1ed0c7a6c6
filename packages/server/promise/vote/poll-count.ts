import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { HuyingError } from '@huying/kit/error';
import type { CandidateTotal } from './vote.store.ts';

/** A public poll, counted. */
export interface PollCount {
  readonly name: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  /** Lines under the header. */
  readonly lines: number;
  readonly valid: number;
  /** Lines that name nothing of the list, or more than may be approved. */
  readonly void: number;
  readonly totals: readonly CandidateTotal[];
}

interface PollRule {
  /** The numbers of the list, as the lines name them, with their candidates. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly mostApprovals: number | null;
}

const MOST_LINES = 5_000_000;
const LONGEST_LINE = 2_000;

/**
 * Counts a poll of the public from its lines `token,choices` (choices are numbers of the list separated by spaces, `3 7 12`), as they
 * stream in: nothing but the tokens is held, each for the one question whether it came before.
 * @throws vote.pollHeader, vote.pollTwice with the lines, vote.pollTooLong, vote.pollEmpty
 */
export async function countPoll(name: string, stream: Readable, rule: PollRule): Promise<PollCount> {
  const hash = createHash('sha256');
  const byNumber: (string | undefined)[] = [];
  for (const [no, candidate] of rule.numbers) byNumber[Number(no)] = candidate;
  const approvals: number[] = [];
  const last = byNumber.length - 1;
  const most = rule.mostApprovals ?? last;
  const tokens = new Map<string, number>();
  let [lines, valid, rest, headed] = [0, 0, '', false];
  const decoder = new TextDecoder('utf-8');
  const read = (line: string): void => {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (text === '') return;
    if (text.length > LONGEST_LINE) throw new HuyingError('vote.pollTooLong', { line: lines + 2, most: LONGEST_LINE });
    if (!headed) {
      if (!/^(token|凭证号)\s*[,，]\s*(choices|选择)$/i.test(text.replace(/^\uFEFF/, '').trim())) {
        throw new HuyingError('vote.pollHeader');
      }
      headed = true;
      return;
    }
    lines += 1;
    if (lines > MOST_LINES) throw new HuyingError('vote.pollTooLong', { line: lines + 1, most: MOST_LINES });
    const comma = text.indexOf(',');
    const token = (comma < 0 ? text : text.slice(0, comma)).trim();
    const first = tokens.get(token);
    if (token === '' || first !== undefined) {
      throw new HuyingError('vote.pollTwice', { line: lines + 1, first: first ?? lines + 1 });
    }
    tokens.set(token, lines + 1);
    if (counts(comma < 0 ? '' : text.slice(comma + 1))) valid += 1;
  };
  const counts = (choices: string): boolean => {
    const named = namedIn(choices, last);
    if (named === undefined || named.length === 0 || named.length > most) return false;
    if (named.some((no) => byNumber[no] === undefined)) return false;
    for (const no of named) approvals[no] = (approvals[no] ?? 0) + 1;
    return true;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = pieces.pop() ?? '';
    for (const piece of pieces) read(piece);
  }
  read(rest + decoder.decode());
  if (lines === 0) throw new HuyingError('vote.pollEmpty');
  return {
    name,
    sha256: hash.digest('hex'),
    lines,
    valid,
    void: lines - valid,
    totals: [...rule.numbers].map(([no, candidate]) => {
      const approve = approvals[Number(no)] ?? 0;
      return { candidate, approve, oppose: 0, abstain: valid - approve };
    }),
  };
}

const SEPARATORS = new Set([...' ,;"；、'].map((mark) => mark.charCodeAt(0)));

/** The numbers a line names, each once; undefined where it says anything else. Read by character: there are some four million. */
function namedIn(choices: string, last: number): readonly number[] | undefined {
  const named: number[] = [];
  let [no, digits] = [0, 0];
  for (let at = 0; at <= choices.length; at++) {
    const code = at < choices.length ? choices.charCodeAt(at) : 0x20;
    if (code >= 0x30 && code <= 0x39) {
      no = no * 10 + code - 0x30;
      digits += 1;
      if (no > last) return undefined;
    } else if (SEPARATORS.has(code)) {
      if (digits > 0 && !named.includes(no)) named.push(no);
      [no, digits] = [0, 0];
    } else return undefined;
  }
  return named;
}
