import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import { beforeAll, describe, expect, it } from 'vitest';

const { surface, ask, person } = await testProgram(await testDatabase());
let cookie = '';
beforeAll(async () => {
  cookie = (await person('handler')).cookie;
});

async function upload(name: string, content: Blob) {
  const form = new FormData();
  form.append('file', content, name);
  const request = new Request('http://here/', { method: 'POST', body: form });
  const answer = await surface.app.inject({
    method: 'POST',
    url: '/api/files',
    headers: { cookie, 'x-huying': '1', 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return {
    status: answer.statusCode,
    json: answer.json() as { id: string; type: string; name: string; code?: string },
  };
}

const pdf = new Blob(['%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n']);

describe('a file', () => {
  it('comes back to its uploader as an attachment that runs nothing', async () => {
    const { json } = await upload('现场"照片.pdf', pdf);
    expect(json).toMatchObject({ type: 'application/pdf' });
    const { status, headers } = await ask('GET', `/api/files/${json.id}`, { cookie });
    expect(status).toBe(200);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''%E7%8E%B0/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  });

  it('that waits for its owner is not shown to others', async () => {
    const { json } = await upload('a.pdf', pdf);
    const other = (await person('handler')).cookie;
    expect((await ask('GET', `/api/files/${json.id}`, { cookie: other })).json).toMatchObject({ code: 'file.unknown' });
  });

  it('that is a page of HTML under another name is refused', async () => {
    const { status, json } = await upload('a.pdf', new Blob(['<html><script>alert(1)</script></html>']));
    expect([status >= 400, json.code]).toEqual([true, expect.stringMatching(/^file\./)]);
  });
});
