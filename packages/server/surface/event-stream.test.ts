import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

const { program, surface, person, ask, district } = await testProgram(await testDatabase());
let address = '';
beforeAll(async () => {
  address = await surface.listen({ host: '127.0.0.1', port: 0 });
});

const opened: AbortController[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.abort();
});

/** An open page: what it hears, and a way to wait for the next thing said. */
async function listening(cookie: string) {
  const stop = new AbortController();
  opened.push(stop);
  const response = await fetch(`${address}/api/events`, { headers: { cookie }, signal: stop.signal });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let heard = '';
  return {
    response,
    async until(wanted: RegExp): Promise<string> {
      while (!wanted.test(heard)) {
        const { value, done } = await reader.read();
        if (done) return `${heard}[ended]`;
        heard += decoder.decode(value, { stream: true });
      }
      return heard;
    },
    async end(): Promise<string> {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return heard;
        heard += decoder.decode(value, { stream: true });
      }
    },
  };
}

const changed = (id: string, involved: readonly string[]) =>
  program.services.changes.emit({ tenant: '440199', id, type: 'ticket', version: 2, area: null, involved });

describe('an open page', () => {
  it('hears first how many notices are unread', async () => {
    const page = await listening((await person('dispatcher')).cookie);
    expect(page.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(await page.until(/notices/)).toContain('event: notices\ndata: {"unread":0}');
  });

  it('hears of cases within its reader’s reach, and of no others', async () => {
    const page = await listening((await person('handler', { unit: district.units.department })).cookie);
    await page.until(/notices/);
    changed('the-streets', [district.units.street]);
    changed('its-own', [district.units.department]);
    const heard = await page.until(/its-own/);
    expect(heard).toContain('event: change\ndata: {"id":"its-own","version":2}');
    expect(heard).not.toContain('the-streets');
  });

  it('hears nothing of another district', async () => {
    const page = await listening((await person('dispatcher')).cookie);
    await page.until(/notices/);
    program.services.changes.emit({
      tenant: 'boston',
      id: 'far-away',
      type: 'ticket',
      version: 2,
      area: null,
      involved: [],
    });
    changed('here', []);
    expect(await page.until(/here/)).not.toContain('far-away');
  });

  it('is closed when its session was ended elsewhere, before it hears another word', async () => {
    const { cookie } = await person('dispatcher');
    const page = await listening(cookie);
    await page.until(/notices/);
    await ask('DELETE', '/api/sessions/current', { cookie });
    changed('secret', []);
    expect(await page.end()).not.toContain('secret');
  });

  it('is refused to who has not signed in', async () => {
    expect((await fetch(`${address}/api/events`)).status).toBe(401);
  });
});
