import path from 'node:path';
import pg from 'pg';
import { type Cluster, openCluster } from './embedded/cluster.ts';
import { type Log, silentLog } from './log.ts';
import { checkOwnServer } from './own-server.ts';

/** An open database: the embedded server's, or one's own. */
export interface Db {
  readonly kind: 'embedded' | 'own';
  /** Holds the password: never logged. */
  readonly url: string;
  readonly pool: pg.Pool;
  /** Two connections for work that must not wait for a transaction already open (numbers). */
  readonly side: pg.Pool;
  /** A few connections on which a statement is sent before the one ahead of it is answered: for shared transactions. Takes no COPY. */
  readonly pipelined: pg.Pool;
  /** Whether statements are prepared under a name; off behind pgbouncer before 1.21 in transaction mode. */
  readonly namedStatements: boolean;
  /** Milliseconds a statement may take. */
  readonly statementTimeout: number;
  readonly log: Log;
  /** Ends the connections, and the embedded server unless another process uses it. */
  close(): Promise<void>;
}

export interface DbOptions {
  /** postgres://… of one's own server; by default DATABASE_URL, and without that the embedded server. */
  readonly url?: string | undefined;
  /** Folder of the embedded server; by default `.huying/postgres` in the program's folder (HUYING_HOME instead of `.huying`). */
  readonly dataDir?: string;
  /** Connections at most; default 20. */
  readonly poolSize?: number;
  readonly namedStatements?: boolean;
  /** Milliseconds; default 30,000. */
  readonly statementTimeout?: number;
  readonly log?: Log;
}

/** The folder of the program: where package.json and `.huying/` are. */
export const programFolder = path.resolve(import.meta.dirname, '../../..');

/** Where the program keeps what it makes: the embedded server, files, anchors. */
export function huyingHome(): string {
  return path.resolve(process.env.HUYING_HOME ?? path.join(programFolder, '.huying'));
}

/**
 * Opens the database, starting or joining the embedded server where DATABASE_URL is not given. Does not migrate.
 * Throws database.address, .connect, .version, .encoding, .ctype, .role, .roleUnsafe, .privilege for one's own server;
 * database.platform, .place, .format, .start for the embedded one.
 */
export async function openDb(options: DbOptions = {}): Promise<Db> {
  const log = options.log ?? silentLog;
  const own = options.url ?? (options.dataDir === undefined ? process.env.DATABASE_URL : undefined);
  if (own !== undefined && own !== '') {
    await checkOwnServer(own);
    return connected('own', own, options, log, undefined);
  }
  const cluster = await openCluster(options.dataDir ?? path.join(huyingHome(), 'postgres'), log);
  return connected('embedded', cluster.url, options, log, cluster);
}

function connected(kind: Db['kind'], url: string, options: DbOptions, log: Log, cluster: Cluster | undefined): Db {
  const pool = openPool(url, options.poolSize ?? 20, log);
  const side = openPool(url, 2, log);
  const pipelined = openPool(url, PIPELINED, log, { pipeline: true });
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await Promise.all([pool.end(), side.end(), pipelined.end()]);
    await cluster?.close();
  };
  return {
    kind,
    url,
    pool,
    side,
    pipelined,
    namedStatements: options.namedStatements ?? process.env.HUYING_NAMED_STATEMENTS !== 'off',
    statementTimeout: options.statementTimeout ?? 30_000,
    log,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

const INT8 = pg.types.builtins.INT8;
const DATE = pg.types.builtins.DATE;

/** pg's own reading of a date is midnight in the zone of this process, another day elsewhere; and a bigint as text invites `1 + '1'`. */
const types = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') => {
    if (format !== 'binary' && id === INT8) return readBigint;
    if (format !== 'binary' && id === DATE) return (text: string) => text;
    return format === 'binary' ? pg.types.getTypeParser(id, 'binary') : pg.types.getTypeParser(id, 'text');
  }) as typeof pg.types.getTypeParser,
};

function readBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`);
  return value;
}

/** Connection settings shared by every connection the program makes. */
export function connectionConfig(url: string): pg.ClientConfig {
  return { connectionString: url, types, application_name: 'huying', keepAlive: true, connectionTimeoutMillis: 10_000 };
}

/** One company of operations each; more districts than that at one moment wait for a connection. */
const PIPELINED = 4;

function openPool(url: string, max: number, log: Log, more: pg.ClientConfig = {}): pg.Pool {
  const pool = new pg.Pool({ ...connectionConfig(url), ...more, max, idleTimeoutMillis: 30_000 });
  // A connection that breaks is dropped by the pool or by its transaction; without a listener it would end the process.
  pool.on('error', (error) => log.warn({ reason: error.message }, 'An idle database connection was lost.'));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
