import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { testDatabase } from '@huying/testing/database';
import { type VoteCourse, voteCourse } from '@huying/testing/livelihood';
import { beforeAll, describe, expect, it } from 'vitest';
import { intakePoll } from './index.ts';
import { countPoll } from './poll-count.ts';

const db = await testDatabase();
let course: VoteCourse;
beforeAll(async () => {
  course = await voteCourse(db);
});

const numbers = new Map(Array.from({ length: 15 }, (_, at) => [String(at + 1), `c${at + 1}`]));
const rule = { numbers, mostApprovals: 10 };
const streamOf = (text: string, piece = 7) =>
  Readable.from(
    Array.from({ length: Math.ceil(text.length / piece) }, (_, at) =>
      Buffer.from(text.slice(at * piece, (at + 1) * piece)),
    ),
  );
const codeOf = (text: string) =>
  countPoll('x.csv', streamOf(text), rule).then(
    () => 'counted',
    (error: { code: string }) => error.code,
  );

describe('a poll of the public', () => {
  it('is counted as it streams in, void lines beside valid ones', async () => {
    const text = 'token,choices\na1,1 2 3\r\na2,"2、15"\na3,\na4,99\na5,1 1 1\na6,1 2 3 4 5 6 7 8 9 10 11';
    const count = await countPoll('poll.csv', streamOf(text), rule);
    const approvals = Object.fromEntries(count.totals.map(({ candidate, approve }) => [candidate, approve]));
    expect([count.lines, count.valid, count.void]).toEqual([6, 3, 3]);
    expect(approvals).toMatchObject({ c1: 2, c2: 2, c3: 1, c15: 1, c11: 0 });
    expect(count.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('with a token that comes twice is refused whole, with the lines', async () => {
    await expect(countPoll('x', streamOf('token,choices\na,1\nb,2\na,3\n'), rule)).rejects.toMatchObject({
      code: 'vote.pollTwice',
      params: { line: 4, first: 2 },
    });
    expect(await codeOf('token,choices\n,1\n')).toBe('vote.pollTwice');
  });

  it('that is no such file is refused', async () => {
    expect(await codeOf('name,vote\na,1\n')).toBe('vote.pollHeader');
    expect(await codeOf('token,choices\n')).toBe('vote.pollEmpty');
    expect(await codeOf(`token,choices\na,${'1 '.repeat(2000)}\n`)).toBe('vote.pollTooLong');
  });

  it('of 20,000 lines is counted as it streams in, and its count certified', async () => {
    const ids = await course.candidates(Array.from({ length: 15 }, (_, at) => `项目${at + 1}`));
    const { id, version } = await course.opened(ids, { variant: 'poll', seats: 10, mostApprovals: 10, members: 1 });
    const lines = Array.from({ length: 20_000 }, (_, at) => {
      const choices = Array.from({ length: 10 }, (__, one) => ((at * 7 + one * 3) % 15) + 1).join(' ');
      return `T${String(at).padStart(9, '0')},${choices}`;
    });
    const bytes = Buffer.from(`token,choices\n${lines.join('\n')}\n`);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, at) =>
      bytes.subarray(at * 65_536, (at + 1) * 65_536),
    );
    const done = await intakePoll(course.district.services, course.district.as('congressOfficer'), {
      ...{ id, version, document: '清人办函〔2027〕1号', name: 'poll.csv' },
      stream: Readable.from(pieces),
    });
    // It advises; it chooses nothing.
    expect(done).toMatchObject({ state: 'certified', chosen: [] });
    const view = await course.district.run('leader', course.operations.vote, { id });
    expect(view.result).toMatchObject({ counts: { valid: 20_000, void: 0 }, source: { lines: 20_000 } });
    const { items } = await course.district.run('leader', course.operations.candidates, { year: 2027 });
    expect(items.every(({ state }) => state === 'candidate')).toBe(true);
  });
});
