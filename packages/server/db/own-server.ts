import { HuyingError } from '@huying/kit/error';
import pg from 'pg';
import { isDatabaseError } from './failure.ts';

const OLDEST = 15;

interface Facts {
  readonly version: number;
  readonly encoding: string;
  readonly database: string;
  readonly user: string;
  /** The row of pg_database: its columns differ between versions. */
  readonly about: { readonly datlocprovider: string; readonly datctype: string };
  readonly superuser: boolean;
  readonly createsRoles: boolean;
  readonly createsTables: boolean;
  /** null: no such role yet. */
  readonly role: { readonly unsafe: boolean; readonly usable: boolean } | null;
}

const FACTS = `
select current_setting('server_version_num')::int / 10000 as version,
       pg_encoding_to_char(d.encoding) as encoding,
       d.datname as database,
       current_user as user,
       to_jsonb(d) as about,
       me.rolsuper as superuser,
       me.rolcreaterole as "createsRoles",
       has_schema_privilege('public', 'CREATE') and has_database_privilege(d.oid, 'CREATE') as "createsTables",
       (select jsonb_build_object('unsafe', r.rolsuper or r.rolbypassrls, 'usable', pg_has_role(current_user, r.oid, 'MEMBER'))
        from pg_roles r where r.rolname = 'huying_app') as role
from pg_database d, pg_roles me
where d.datname = current_database() and me.rolname = current_user`;

/** Looks over a server of one's own before it is used; every refusal says what to do. */
export async function checkOwnServer(url: string): Promise<void> {
  const facts = await factsOf(url);
  if (facts.version < OLDEST) throw new HuyingError('database.version', { found: facts.version, needed: OLDEST });
  if (facts.encoding !== 'UTF8') throw new HuyingError('database.encoding', { found: facts.encoding });
  // With the C library's "C", character classes and trigrams know ASCII only and searches on Chinese find nothing, silently.
  if (facts.about.datlocprovider === 'c' && /^(C|POSIX)$/i.test(facts.about.datctype)) {
    throw new HuyingError('database.ctype', { found: facts.about.datctype });
  }
  if (facts.role?.unsafe) throw new HuyingError('database.roleUnsafe');
  // From 16 on, CREATEROLE alone no longer lets a user grant itself a role that another made.
  const mayGrant = facts.createsRoles && facts.version < 16;
  const mayUseRole = facts.superuser || (facts.role === null ? facts.createsRoles : facts.role.usable || mayGrant);
  if (!mayUseRole) throw new HuyingError('database.role', { user: facts.user });
  if (!facts.createsTables) {
    throw new HuyingError('database.privilege', { user: facts.user, database: facts.database });
  }
}

async function factsOf(url: string): Promise<Facts> {
  if (!/^postgres(ql)?:\/\/./.test(url) || !URL.canParse(url)) throw new HuyingError('database.address');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<Facts>(FACTS);
    const [facts] = rows;
    if (facts === undefined) throw new Error('no answer');
    return facts;
  } catch (error) {
    throw new HuyingError('database.connect', { reason: reasonOf(error) });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What went wrong, without the address, which holds a password. */
function reasonOf(error: unknown): string {
  if (isDatabaseError(error)) return error.message;
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
