import { readdirSync, readFileSync } from 'node:fs';
import type { House } from './breach.ts';
import { readModule } from './module.ts';

const passedOver = new Set(['node_modules', 'dist', '.git', '.huying']);
const read = /\.(ts|tsx|mjs|js|sql|md|css|html|json)$/;

/** Reads the repository as it lies on disk. */
export function readHouse(root: string): House {
  const texts = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const entry of readdirSync(`${root}/${folder}`, { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !passedOver.has(entry.name)) walk(path);
      if (entry.isFile() && read.test(path)) texts.set(path, readFileSync(`${root}/${path}`, 'utf8'));
    }
  };
  walk('');
  return houseOf(texts);
}

/** A house of texts by path, as tests write them down. */
export function houseOf(texts: ReadonlyMap<string, string> | Readonly<Record<string, string>>): House {
  const all = texts instanceof Map ? (texts as ReadonlyMap<string, string>) : new Map(Object.entries(texts));
  const paths = new Set(all.keys());
  const modules = [...all]
    .filter(([path]) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map(([path, text]) => readModule(path, text, paths));
  return { texts: all, modules };
}
