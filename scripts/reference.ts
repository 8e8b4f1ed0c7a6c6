import { mkdirSync, writeFileSync } from 'node:fs';
import { errorReference } from './error-reference.ts';

/** The generated pages under docs/reference, each with what makes it. Run with `npx node scripts/reference.ts`. */
const pages: Readonly<Record<string, () => string>> = { 'errors.md': errorReference };

const folder = new URL('../docs/reference/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, make] of Object.entries(pages)) {
  writeFileSync(new URL(name, folder), make());
  process.stdout.write(`docs/reference/${name}\n`);
}
