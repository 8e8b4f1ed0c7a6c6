import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import { describe, expect, it } from 'vitest';

const { ask } = await testProgram(await testDatabase());

describe('the state of the program', () => {
  it('is well when database, migrations, disk and outbox are', async () => {
    const { status, json } = await ask('GET', '/health');
    expect([status, json]).toMatchObject([
      200,
      {
        status: 'ok',
        checks: { database: { ok: true }, migrations: { ok: true }, outbox: { ok: true, lateSeconds: 0 } },
      },
    ]);
  });

  it('has figures by route, and never by address', async () => {
    await ask('GET', '/api/cases/019a0000-0000-7000-8000-000000000000');
    const { text } = await ask('GET', '/metrics');
    expect(text).toContain('huying_http_request_seconds_count{method="GET",route="/api/cases/:id",status="401"} 1');
    expect(text).not.toContain('019a0000');
    expect(text).toMatch(/^huying_outbox_waiting 0$/m);
    expect(text).toMatch(/^huying_timers_late_seconds 0$/m);
    expect(text).toMatch(/^huying_database_connections \d+$/m);
  });

  it('has no figures for other machines', async () => {
    const { status, json } = await ask('GET', '/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect([status, json]).toMatchObject([403, { code: 'access.metrics' }]);
  });

  it('every answer carries the headers that keep browsers from harm', async () => {
    const { headers } = await ask('GET', '/health');
    expect(headers['content-security-policy']).not.toMatch(/unsafe-eval/);
    expect(headers['content-security-policy']).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});
