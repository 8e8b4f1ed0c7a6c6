import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isHuyingError } from '@huying/kit/error';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadMasterKey } from './master-key.ts';

const invalid = expect.toSatisfy(
  (error: unknown) => isHuyingError(error) && error.code === 'identity.masterKeyInvalid',
);

describe('master key', () => {
  let dataFolder = '';
  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'huying-key-'));
  });
  afterEach(() => rmSync(dataFolder, { recursive: true }));

  it('is made once, readable by its owner only, and found again', () => {
    const first = loadMasterKey({ dataFolder });
    expect(first).toHaveLength(32);
    expect(loadMasterKey({ dataFolder })).toEqual(first);
    expect(statSync(join(dataFolder, 'keys', 'master')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(dataFolder, 'keys'))).toEqual(['master']);
  });

  it('comes from the environment in base64 or hex and then touches no file', () => {
    const key = randomBytes(32);
    expect(loadMasterKey({ dataFolder, environment: key.toString('base64') })).toEqual(key);
    expect(loadMasterKey({ dataFolder, environment: key.toString('base64url') })).toEqual(key);
    expect(loadMasterKey({ dataFolder, environment: key.toString('hex') })).toEqual(key);
    expect(readdirSync(dataFolder)).toEqual([]);
  });

  it.each([
    'short',
    'a'.repeat(64),
    '!'.repeat(44),
    randomBytes(31).toString('base64'),
    randomBytes(33).toString('hex'),
  ])('refuses %j', (environment) => {
    expect(() => loadMasterKey({ dataFolder, environment })).toThrowError(invalid);
  });

  it('refuses a file that others may read, and one that holds something else', () => {
    loadMasterKey({ dataFolder });
    const file = join(dataFolder, 'keys', 'master');
    chmodSync(file, 0o644);
    expect(() => loadMasterKey({ dataFolder })).toThrowError(invalid);
    chmodSync(file, 0o600);
    writeFileSync(file, '');
    expect(() => loadMasterKey({ dataFolder })).toThrowError(invalid);
  });
});
