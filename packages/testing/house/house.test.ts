import { describe, expect, it } from 'vitest';
import { allFences, readHouse, told } from './index.ts';

const house = readHouse(process.cwd());

describe('the house as it stands', () => {
  it('has been read: every part has modules', () => {
    const parts = new Set(house.modules.map((module) => module.place.part));
    expect([...parts]).toEqual(expect.arrayContaining(['kit', 'server', 'testing']));
  });

  it.each(Object.entries(allFences))('keeps to the fence: %s', (_name, fence) => {
    expect(fence(house).map(told).join('\n')).toBe('');
  });
});
