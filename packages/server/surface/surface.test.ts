import { connect } from 'node:net';
import { silentLog } from '@huying/server/db';
import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import { describe, expect, it } from 'vitest';
import { openRoute } from './route.ts';
import { buildSurface } from './surface.ts';

const { program } = await testProgram(await testDatabase());
const here = { host: '127.0.0.1', port: 0 };

/** A surface with one slow route, which answers when it is let go. */
async function slowSurface() {
  let letGo: () => void = () => undefined;
  let came: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const arrived = new Promise<void>((resolve) => {
    came = resolve;
  });
  const summary = { zh: '慢', en: 'slow' };
  const slow = openRoute({ method: 'GET', path: '/slow', name: 'slow', group: 'operation', summary }, async () => {
    came();
    await held;
    return { done: true };
  });
  const surface = await buildSurface(
    { ...program.services, log: silentLog },
    { version: '0.0.0', pages: '/nowhere', routes: [slow] },
  );
  return { surface, letGo: () => letGo(), arrived };
}

/** What comes back for bytes that are no request. */
function raw(address: string, bytes: string): Promise<string> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      heard += String(chunk);
    });
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });
}

describe('the server', () => {
  it('finishes what is under way when it is closed, and takes nothing new', async () => {
    const { surface, letGo, arrived } = await slowSurface();
    const address = await surface.listen(here);
    const underWay = fetch(`${address}/slow`);
    await arrived;
    const closed = surface.close();
    letGo();
    expect(await (await underWay).json()).toEqual({ done: true });
    await closed;
    await expect(fetch(`${address}/slow`)).rejects.toThrow();
  });

  it('answers what is no HTTP with a problem, and hangs up', async () => {
    const { surface } = await slowSurface();
    const address = await surface.listen(here);
    const heard = await raw(address, 'HELO there\r\n\r\n');
    expect(heard).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
    expect(heard).toContain('"code":"request.malformed"');
    await surface.close();
  });

  it('says which port is taken', async () => {
    const [one, other] = [(await slowSurface()).surface, (await slowSurface()).surface];
    const { port } = new URL(await one.listen(here));
    await expect(other.listen({ host: '127.0.0.1', port: Number(port) })).rejects.toMatchObject({
      code: 'request.port',
    });
    await Promise.all([one.close(), other.close()]);
  });
});
