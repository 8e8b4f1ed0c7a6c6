import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HuyingError } from '@huying/kit/error';

/** Where the master key may come from. */
export interface MasterKeySource {
  /** value of HUYING_MASTER_KEY: 32 bytes in base64 or hex; wins over the file */
  readonly environment?: string | undefined;
  /** the data folder, usually `.huying`; the key is `keys/master` in it and is made there at the first start */
  readonly dataFolder: string;
}

/**
 * The 32 bytes under which everything personal is sealed. Lose them and no personal field can be read again: they are backed up apart from the database.
 * @throws identity.masterKeyInvalid when what is there is no key, or others may read it
 */
export function loadMasterKey(source: MasterKeySource): Buffer {
  const file = join(source.dataFolder, 'keys', 'master');
  if (source.environment !== undefined && source.environment !== '') return parse(source.environment, file);
  const text = read(file) ?? create(file);
  return parse(text, file);
}

function read(file: string): string | undefined {
  try {
    if ((statSync(file).mode & 0o077) !== 0) throw invalid('others may read the file', file);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Two programs may start at the same moment: the one whose link comes first has made the key, the other reads it. */
function create(file: string): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
  return readFileSync(file, 'utf8');
}

function parse(text: string, file: string): Buffer {
  const trimmed = text.trim();
  const key = /^[0-9a-fA-F]{64}$/.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64');
  const canonical = key.toString('base64').replace(/=+$/, '');
  const asBase64 = trimmed.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (key.length !== 32 || (canonical !== asBase64 && trimmed.length !== 64)) throw invalid('it is not 32 bytes', file);
  if (new Set(key).size < 8) throw invalid('it is not random', file);
  return key;
}

function invalid(why: string, file: string): HuyingError {
  return new HuyingError('identity.masterKeyInvalid', { why, file });
}
