import { testDatabase } from '@huying/testing/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { sharedTransaction } from './shared.ts';
import { runAll, type Statement, type Tx, transaction, type Writing, writeAll } from './tx.ts';

const db = await testDatabase();
const KINDS = ['main', 'pipelined'] as const;
type Kind = (typeof KINDS)[number];

interface Noted {
  readonly what: string;
  readonly times: number;
}

const sent: number[] = [];

/** Writes rows, and notes how many at a time. */
const note: Writing<Noted> = {
  row: ({ what }) => what,
  statements(items) {
    sent.push(items.length);
    return [
      {
        sql: 'insert into written (what, times) select * from unnest($1::text[], $2::integer[]) on conflict (what) do update set times = excluded.times',
        params: [items.map(({ what }) => what), items.map(({ times }) => times)],
      },
    ];
  },
};
/** What PostgreSQL refuses. */
const refused: Writing<number> = {
  row: () => null,
  statements: () => [{ sql: 'select 1 / $1::integer', params: [0] }],
};

const within = <T>(from: Kind, work: (tx: Tx) => Promise<T>) => transaction(db, { sql: '', from }, work);
const written = async () =>
  (await db.pool.query<Noted>('select what, times from written order by what')).rows.map(
    ({ what, times }) => `${what}${times}`,
  );

beforeEach(async () => {
  sent.length = 0;
  await db.pool.query('create table if not exists written (what text primary key, times integer)');
  await db.pool.query('truncate written');
});

describe.each(KINDS)('what is written without waiting (%s)', (from) => {
  it('goes together, with the commit, in one statement for all', async () => {
    await within(from, async (tx) => {
      writeAll(
        tx,
        note,
        ['a', 'b', 'c'].map((what) => ({ what, times: 1 })),
      );
      expect(sent).toEqual([]);
    });
    expect(sent).toEqual([3]);
    expect(await written()).toEqual(['a1', 'b1', 'c1']);
  });

  it('is seen by whatever is asked after it', async () => {
    const seen = await within(from, async (tx) => {
      tx.write(note, { what: 'a', times: 1 });
      const rows = await tx.rows('select what from written');
      tx.write(note, { what: 'b', times: 1 });
      return rows;
    });
    expect(seen).toEqual([{ what: 'a' }]);
    expect(sent).toEqual([1, 1]);
    expect(await written()).toEqual(['a1', 'b1']);
  });

  it('about one row twice is written one after the other: the last one holds', async () => {
    await within(from, async (tx) => {
      for (const times of [1, 2, 3]) for (const what of ['a', 'b']) tx.write(note, { what, times });
    });
    expect(sent).toEqual([2, 2, 2]);
    expect(await written()).toEqual(['a3', 'b3']);
  });

  it('undoes everything where it fails, and its own failure is what is thrown', async () => {
    const atTheEnd = within(from, async (tx) => {
      await tx.run(`insert into written values ('before', 1)`);
      tx.write(note, { what: 'a', times: 1 });
      tx.write(refused, 0);
      tx.write(note, { what: 'a', times: 2 });
    });
    await expect(atTheEnd).rejects.toMatchObject({ code: '22012' });
    const inTheMidst = within(from, async (tx) => {
      tx.write(refused, 0);
      await tx.one('select 1');
      tx.write(note, { what: 'b', times: 1 });
      await tx.one('select 2');
    });
    await expect(inTheMidst).rejects.toMatchObject({ code: '22012' });
    expect(await written()).toEqual([]);
    // The connection is as good as new.
    await within(from, async (tx) => tx.write(note, { what: 'c', times: 1 }));
    expect(await written()).toEqual(['c1']);
  });

  it('is not sent where the work throws', async () => {
    const failing = within(from, async (tx) => {
      tx.write(note, { what: 'a', times: 1 });
      throw new Error('killed');
    });
    await expect(failing).rejects.toThrow('killed');
    expect(sent).toEqual([]);
    expect(await written()).toEqual([]);
  });

  it('is refused once the transaction is over', async () => {
    const gone = await within(from, async (tx) => tx);
    expect(() => gone.write(note, { what: 'late', times: 1 })).toThrow('over');
    expect(await written()).toEqual([]);
  });

  it('is carried out by statements of its own as well', async () => {
    const all: readonly Statement[] = note.statements([{ what: 'a', times: 1 }]);
    await within(from, (tx) => runAll(tx, all));
    expect(await written()).toEqual(['a1']);
  });
});

describe('a transaction whose beginning failed', () => {
  it.each(['SET LOCAL ROLE nobody_of_this_name', 'not even SQL'])(
    'writes nothing and answers nothing of what was sent behind it: %s',
    async (sql) => {
      const answers: unknown[] = [];
      for (const begins of ['reading', 'writing'] as const) {
        const work = transaction(db, { sql, from: 'pipelined' }, async (tx) => {
          const read = () => tx.rows('select 1 as n').then((rows) => answers.push(rows));
          const write = () => tx.run(`insert into written values ('stray', 1)`);
          tx.write(note, { what: begins, times: 1 });
          await Promise.all(begins === 'reading' ? [read(), write()] : [write(), read()]);
        });
        await expect(work).rejects.toMatchObject({ name: 'error' });
      }
      expect(answers).toEqual([]);
      expect(await written()).toEqual([]);
      await within('pipelined', async (tx) => tx.write(note, { what: 'next', times: 1 }));
      expect(await written()).toEqual(['next1']);
    },
  );
});

describe('works that share a transaction', () => {
  const together = <T>(...works: ((tx: Tx) => Promise<T>)[]) =>
    sharedTransaction(db, { sql: '', from: 'pipelined' }, works);

  it('write together with the commit', async () => {
    const outcomes = await together(
      ...['a', 'b', 'c'].map((what) => async (tx: Tx) => {
        await tx.one('select 1');
        tx.write(note, { what, times: 1 });
        return what;
      }),
    );
    expect(outcomes).toEqual(['a', 'b', 'c'].map((answer) => ({ kind: 'done', answer })));
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(await written()).toEqual(['a1', 'b1', 'c1']);
  });

  it('are all to be run again where the writing of one fails, and where one throws after it wrote', async () => {
    const fails = await together(
      async (tx) => tx.write(note, { what: 'a', times: 1 }),
      async (tx) => tx.write(refused, 0),
    );
    expect(fails).toEqual([{ kind: 'again' }, { kind: 'again' }]);
    const throws = await together(
      async (tx) => tx.write(note, { what: 'a', times: 1 }),
      async (tx) => {
        tx.write(note, { what: 'b', times: 1 });
        throw new Error('too late');
      },
    );
    expect(throws).toEqual([{ kind: 'again' }, { kind: 'again' }]);
    expect(await written()).toEqual([]);
  });

  it('leave out who was refused before it wrote', async () => {
    const refusal = new Error('not allowed');
    const outcomes = await together<string | void>(
      async (tx) => tx.write(note, { what: 'a', times: 1 }),
      async () => {
        throw refusal;
      },
    );
    expect(outcomes).toEqual([{ kind: 'done' }, { kind: 'refused', error: refusal }]);
    expect(await written()).toEqual(['a1']);
  });
});
