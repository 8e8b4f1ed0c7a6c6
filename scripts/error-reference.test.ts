import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { errorReference } from './error-reference.ts';

it('docs/reference/errors.md is what the catalogue says (npx node scripts/reference.ts writes it)', () => {
  expect(readFileSync('docs/reference/errors.md', 'utf8')).toBe(errorReference());
});
