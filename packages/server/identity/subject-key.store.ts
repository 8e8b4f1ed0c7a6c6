import type { Gathered, Tx, Writing } from '../db/index.ts';

/** A key of a subject as stored: wrapped, or null once destroyed. */
export interface SubjectKeyRow {
  readonly subject: string;
  readonly wrapped: Buffer;
  readonly createdAt: number;
}

/** The keys of subjects; a subject that has none yet is left out. */
export const subjectKeys: Gathered<
  { readonly tenant: string; readonly subjects: readonly string[] },
  readonly { readonly subject: string; readonly wrapped: Buffer | null }[]
> = {
  reads: true,
  async run(tx, items) {
    const rows = await tx.rows<{ subject: string; wrapped: Buffer | null }>(
      'select subject, wrapped from subject_key where tenant = $1 and subject = any($2::uuid[])',
      [items[0]?.tenant, items.flatMap(({ subjects }) => subjects)],
    );
    const found = new Map(rows.map((row) => [row.subject, row]));
    return items.map(({ subjects }) =>
      subjects.flatMap((subject) => {
        const row = found.get(subject);
        return row === undefined ? [] : [row];
      }),
    );
  },
};

interface NewKeys {
  readonly tenant: string;
  readonly keys: readonly { readonly subject: string; readonly wrapped: Buffer }[];
  readonly now: number;
}

interface FirstKey {
  readonly tenant: string;
  readonly subject: string;
  readonly wrapped: Buffer;
  readonly now: number;
}

/** Writes the keys of subjects that were just made. */
export const firstSubjectKey: Writing<FirstKey> = {
  row: ({ subject }) => subject,
  statements: (keys) => [
    {
      sql: `insert into subject_key (tenant, subject, wrapped, created_at)
        select $1, * from unnest($2::uuid[], $3::bytea[], $4::timestamptz[])`,
      params: [
        keys[0]?.tenant,
        keys.map(({ subject }) => subject),
        keys.map(({ wrapped }) => wrapped),
        keys.map(({ now }) => new Date(now)),
      ],
    },
  ],
};

/** Writes keys where there are none yet; answers for whom. */
export const insertSubjectKeys: Gathered<NewKeys, ReadonlySet<string>> = {
  async run(tx, items) {
    const keys = items.flatMap(({ keys: own, now }) => own.map((key) => ({ ...key, now })));
    keys.sort((a, b) => (a.subject < b.subject ? -1 : 1));
    const rows = await tx.rows<{ subject: string }>(
      `insert into subject_key (tenant, subject, wrapped, created_at)
       select $1, * from unnest($2::uuid[], $3::bytea[], $4::timestamptz[])
       on conflict (tenant, subject) do nothing returning subject`,
      [
        items[0]?.tenant,
        keys.map((key) => key.subject),
        keys.map((key) => key.wrapped),
        keys.map((key) => new Date(key.now)),
      ],
    );
    const made = new Set(rows.map(({ subject }) => subject));
    return items.map(({ keys: own }) => new Set(own.flatMap(({ subject }) => (made.has(subject) ? [subject] : []))));
  },
};

export async function destroySubjectKey(tx: Tx, tenant: string, subject: string, now: number): Promise<void> {
  await tx.run(
    `insert into subject_key (tenant, subject, wrapped, created_at, erased_at) values ($1, $2, null, $3, $3)
     on conflict (tenant, subject) do update set wrapped = null, erased_at = coalesce(subject_key.erased_at, excluded.erased_at)`,
    [tenant, subject, new Date(now)],
  );
}
