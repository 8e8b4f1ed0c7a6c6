import { describe, expect, it } from 'vitest';
import { readAddress } from './tile-address.ts';

const read = (path: string) => {
  const [layer = '', z = '', x = '', file = ''] = path.split('/');
  return readAddress({ layer, z, x, file });
};
const codeOf = (path: string) => {
  try {
    read(path);
    return 'read';
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
};

describe('the address of a tile', () => {
  it('names a layer, a zoom, a column and a row', () => {
    expect(read('cases/10/833/443.mvt')).toEqual({ layer: 'cases', tile: { z: 10, x: 833, y: 443 } });
    expect(read('areas/0/0/0.mvt')).toEqual({ layer: 'areas', tile: { z: 0, x: 0, y: 0 } });
    expect(read('cases/18/262143/262143.mvt').tile.x).toBe(262143);
  });

  it.each(['pipes', '', 'Cases', 'cases ', '__proto__', 'toString'])('knows no layer %j', (layer) => {
    expect(codeOf(`${layer}/10/833/443.mvt`)).toBe('map.layer');
  });

  it.each(['443', '443.pbf', '443.mvt.gz', '', '443.MVT'])('is of no other format: %j', (file) => {
    expect(codeOf(`cases/10/833/${file}`)).toBe('request.notFound');
  });

  it.each([
    'cases/19/0/0.mvt',
    'areas/17/0/0.mvt',
    'cases/10/1024/0.mvt',
    'cases/10/0/1024.mvt',
    'cases/-1/0/0.mvt',
    'cases/1.5/0/0.mvt',
    'cases/10/-1/0.mvt',
    'cases/10/0/-0.mvt',
    'cases/10/8e2/0.mvt',
    'cases/10/0x10/0.mvt',
    'cases/010/0/0.mvt',
    'cases/ 1/0/0.mvt',
    'cases/１０/0/0.mvt',
    'cases/NaN/0/0.mvt',
    'cases/Infinity/0/0.mvt',
    'cases/10/99999999999999999999/0.mvt',
    "cases/10/0/0'--.mvt",
    'cases//0/0.mvt',
    'cases/10/0/.mvt',
    'cases/10//0.mvt',
  ])('%s is that of no tile', (path) => {
    expect(codeOf(path)).toBe('map.tile');
  });
});
