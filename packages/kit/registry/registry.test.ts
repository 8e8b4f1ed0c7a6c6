import { describe, expect, it } from 'vitest';
import { text } from '../field/index.ts';
import { codesOf, depthOf, isWithin, pathUnder } from './code-path.ts';
import { defineRegistry, levelAt } from './registry.ts';

const fields = { note: text('说明', { max: 200 }) };
const areas = defineRegistry({
  id: 'areas',
  name: '区域',
  fields,
  code: '\\d+',
  tree: {
    levels: [
      { id: 'street', name: '街道', code: '\\d{9}' },
      { id: 'cell', name: '网格' },
    ],
    codesNest: true,
  },
});

describe('defineRegistry', () => {
  it('makes a flat registry a tree of one level', () => {
    const flat = defineRegistry({ id: 'duties', name: '派单职责目录', fields });
    expect(flat.tree.levels).toHaveLength(1);
    expect(levelAt(flat, 0)).toMatchObject({ name: '派单职责目录' });
    expect(levelAt(flat, 1)).toBeUndefined();
  });

  it('gives a level the code rule of the registry where it has none of its own', () => {
    expect(areas.tree.levels.map((level) => level.code)).toEqual(['\\d{9}', '\\d+']);
  });

  it('names levels by depth, and goes on below the last only where declared', () => {
    const subjects = defineRegistry({
      id: 'subjects',
      name: '诉求分类',
      fields,
      tree: { levels: [{ id: 'subject', name: '分类' }], deeper: true },
    });
    expect(levelAt(areas, 1)?.id).toBe('cell');
    expect(levelAt(areas, 2)).toBeUndefined();
    expect(levelAt(subjects, 7)?.id).toBe('subject');
  });
});

describe('a code path', () => {
  it('holds the codes from the top down', () => {
    const path = pathUnder(pathUnder('', '01'), '01002');
    expect(codesOf(path)).toEqual(['01', '01002']);
    expect(depthOf(path)).toBe(1);
  });

  it('is within itself and its ancestors, not within a sibling whose code it begins with', () => {
    expect(isWithin('/01/012', '/01')).toBe(true);
    expect(isWithin('/01', '/01')).toBe(true);
    expect(isWithin('/012', '/01')).toBe(false);
  });
});
