import { mkdirSync, writeFileSync } from 'node:fs';
import { errorReference } from './error-reference.ts';
import { flowReference } from './flow-reference.ts';

/** The generated pages under docs/reference. Run with `npx node scripts/reference.ts`. */
const pages: Readonly<Record<string, string>> = { 'errors.md': errorReference(), ...flowReference() };

for (const [name, page] of Object.entries(pages)) {
  const file = new URL(`../docs/reference/${name}`, import.meta.url);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, page);
  process.stdout.write(`docs/reference/${name}\n`);
}
