import { apps } from '@huying/apps';
import { testDatabase } from '@huying/testing/database';
import { describe, expect, it } from 'vitest';
import { silentLog } from '../db/index.ts';
import { programServices } from './services.ts';

const db = await testDatabase();

/** An app with all that require it: what deleting its folder would take away. */
function without(id: string) {
  const gone = new Set([id]);
  for (const app of apps) if (app.requires.some((required) => gone.has(required))) gone.add(app.id);
  return apps.filter((app) => !gone.has(app.id));
}

describe('a program without one of its apps', () => {
  it.each(apps.filter(({ id }) => id !== 'base').map(({ id }) => id))('boots without %s', async (id) => {
    const services = await programServices(db, without(id), silentLog);
    expect(Object.keys(services.hashes).sort()).toEqual(
      without(id)
        .flatMap((app) => app.cases.map((type) => type.id))
        .sort(),
    );
  });
});
