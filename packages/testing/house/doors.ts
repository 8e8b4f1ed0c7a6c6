import type { Breach, Fence, Place } from './breach.ts';

/** Parts of which every folder has a door of its own; the others are one room each. */
const withDoors = new Set(['kit', 'reader', 'server', 'testing', 'apps', 'district']);
/** Folders that are started, not imported. */
const entries = new Set(['cli', 'serve', 'work', 'bin', 'ui']);
const packages = new Set(['kit', 'reader', 'server', 'testing', 'apps', 'district', 'web']);

/** `index.ts` is a folder's only door: what it does not show may change without anyone noticing. */
export const doorFence: Fence = ({ texts, modules }) => [
  ...modules.flatMap((module) =>
    module.imports.flatMap(({ line, specifier, target }): Breach[] => {
      if (!target || room(target) === room(module.place)) return [];
      if (specifier.startsWith('.') && packages.has(target.part) && target.part !== module.place.part) {
        const why = `${specifier} reaches into another package by path; write @huying/${target.part}/${target.folder}, the name under which it shows its door.`;
        return [{ path: module.path, line, why }];
      }
      if (isDoor(target)) return [];
      const why = `${specifier} passes by the door of ${room(target)}; import its index.ts, and show there what others may use.`;
      return [{ path: module.path, line, why }];
    }),
  ),
  ...doorless(new Set(modules.filter((module) => !module.place.isTest).map((module) => module.place)), texts),
];

function isDoor(place: Place): boolean {
  if (place.folder === '' || !withDoors.has(place.part)) return true;
  // A district is data by kind (areas, units, duties), each behind a door of its own: who needs one does not load the others.
  if (place.part === 'district') return place.path.endsWith('/index.ts');
  return place.path === `${room(place)}/index.ts` || (place.part === 'apps' && /\/ui\/[^/]+\.tsx$/.test(place.path));
}

/** The folder whose inside is free to import one another. */
function room(place: Place): string {
  const inPackages = packages.has(place.part) && place.part !== 'apps' && place.part !== 'district';
  const part = inPackages ? `packages/${place.part}` : place.part;
  if (!withDoors.has(place.part)) return part;
  return place.folder === '' ? place.path : `${part}/${place.folder}`;
}

function doorless(places: ReadonlySet<Place>, texts: ReadonlyMap<string, string>): Breach[] {
  const rooms = new Set(
    [...places]
      .filter(
        (place) => (place.part === 'kit' || place.part === 'reader' || place.part === 'server') && place.folder !== '',
      )
      .filter((place) => !entries.has(place.folder))
      .map(room),
  );
  return [...rooms]
    .filter((path) => !texts.has(`${path}/index.ts`))
    .map((path) => ({
      path,
      line: 0,
      why: 'The folder has no index.ts: without a door, what it offers is whatever someone happens to import.',
    }));
}
