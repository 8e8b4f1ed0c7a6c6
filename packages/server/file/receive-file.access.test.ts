import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Capacity, runOperation } from '@huying/server/ledger';
import { endPost } from '@huying/server/org';
import { wordFile } from '@huying/testing/archive';
import { testDatabase } from '@huying/testing/database';
import { refusedWith, testDistrict } from '@huying/testing/org';
import { afterAll, describe, expect, it } from 'vitest';
import { openFileFolder } from './file-folder.ts';
import { defaultFileSettings } from './file-settings.ts';
import { receiveFile } from './receive-file.ts';

const root = mkdtempSync(join(tmpdir(), 'huying-files-'));
afterAll(() => rmSync(root, { recursive: true }));

const db = await testDatabase();
const here = await testDistrict(db, 'here');
const there = await testDistrict(db, 'there', here.clock);
const services = { ...here.services, files: openFileFolder(root), fileSettings: defaultFileSettings };

function upload(by: Capacity) {
  return receiveFile(services, { ...by, name: 'a.docx', stream: Readable.from([wordFile()]), zone: 'Asia/Shanghai' });
}

describe('uploading', () => {
  it('into another district is refused before a byte is written', async () => {
    const stranger = await there.person('unit-handler');
    await expect(upload({ ...stranger, tenant: 'here' })).rejects.toThrowError(refusedWith('org.postRequired'));
    expect(readdirSync(root)).toEqual([]);
  });

  it('in no post, or in one that has ended, is refused', async () => {
    const person = await here.person('unit-handler');
    await expect(upload({ ...person, actor: { ...person.actor, post: null } })).rejects.toThrowError(
      refusedWith('org.postRequired'),
    );
    await runOperation(services, endPost, { ...here.system, input: { post: person.actor.post, reason: '离任' } });
    await expect(upload(person)).rejects.toThrowError(refusedWith('org.postRequired'));
  });

  it('in any post of the district is open, and to the public', async () => {
    const person = await here.person('unit-handler');
    expect((await upload(person)).uploadedBy).toBe(person.actor.account);
    const citizen: Capacity = { tenant: 'here', actor: { kind: 'public', account: null, post: null, name: '市民' } };
    expect((await upload(citizen)).uploadedBy).toBe('public:市民');
  });
});
