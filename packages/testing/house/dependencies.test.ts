import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readHouse } from './index.ts';

interface PackageFile {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const declared = new Map(
  [...readHouse(process.cwd()).texts]
    .filter(([path]) => /(^|\/)package\.json$/.test(path))
    .flatMap(([, text]) => {
      const file = JSON.parse(text) as PackageFile;
      return Object.entries({ ...file.dependencies, ...file.devDependencies, ...file.optionalDependencies });
    })
    .filter(([name]) => !name.startsWith('@huying/')),
);

it('every dependency has its row in docs/decisions/0013-dependencies.md, and every row its dependency', () => {
  const page = readFileSync('docs/decisions/0013-dependencies.md', 'utf8');
  const firstCells = [...page.matchAll(/^\| (`[^|]*`) \|/gm)].map((match) => match[1] ?? '');
  const told = firstCells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
  expect(told.sort()).toEqual([...declared.keys()].sort());
});

it('every dependency is pinned to one exact version', () => {
  expect([...declared].filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});
