import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { flowReference } from './flow-reference.ts';

it('docs/reference/flows are what the case types say (npx node scripts/reference.ts writes them)', () => {
  const pages = flowReference();
  expect(readdirSync('docs/reference/flows').map((name) => `flows/${name}`)).toEqual(Object.keys(pages).sort());
  for (const [name, page] of Object.entries(pages)) expect(readFileSync(`docs/reference/${name}`, 'utf8')).toBe(page);
});
