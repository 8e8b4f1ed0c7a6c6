import type { Breach, Fence, HouseModule, ModuleImport, Place } from './breach.ts';

/** Who may import what across the parts of the house; the inside of the server is the line's matter. */
export const reachFence: Fence = ({ modules }) =>
  modules.flatMap((module) =>
    module.imports.flatMap((one): Breach[] => {
      const why = refusal(module, one);
      return why === undefined ? [] : [{ path: module.path, line: one.line, why: `${one.specifier}: ${why}` }];
    }),
  );

function refusal({ path, place }: HouseModule, { specifier, typeOnly, target }: ModuleImport): string | undefined {
  switch (place.part) {
    case 'apps':
      return place.isTest ? ofAppTest(place, target) : ofApp(place, specifier, target);
    case 'district':
      if (place.isTest || (target && (target.part === 'kit' || room(target) === room(place)))) return undefined;
      if (typeOnly && target && room(target) === 'apps/base') return undefined;
      return "a district is data: it imports only kit and the types of apps/base, so that another district's can take its place.";
    case 'web':
      if (target?.part === 'server' && !typeOnly)
        return 'the pages know the server by HTTP alone; only its types may be imported (import type).';
      if (target?.part === 'apps' && !(path === 'packages/web/console/compose.tsx' && /\/ui\//.test(target.path)))
        return 'definitions reach the browser as JSON; only console/compose.tsx imports apps, and only their ui/.';
      return undefined;
    case 'kit':
    case 'reader':
    case 'server':
      if (place.isTest) return undefined;
      if (target?.part === 'web' || target?.part === 'testing' || target?.part === 'bench' || target?.part === 'e2e')
        return 'the product does not know its pages, its tests or its benchmark.';
      if (isCompose(path)) return undefined;
      if (target?.part === 'apps')
        return 'only packages/server/compose.ts knows the apps; engines take what an app says as data.';
      if (target?.part === 'district')
        return 'only packages/server/compose.ts knows a district; everything else takes it as data.';
      return undefined;
    default:
      return undefined;
  }
}

function ofApp(place: Place, specifier: string, target: Place | undefined): string | undefined {
  if (target?.part === 'kit' || (target && room(target) === room(place))) return undefined;
  if (target?.part === 'apps' && (target.folder === 'base' || place.path === 'apps/index.ts')) return undefined;
  const isPage = /^apps\/[^/]+\/ui\/[^/]+\.tsx$/.test(place.path);
  if (isPage && (target?.part === 'web' || /^react(\/|$)/.test(specifier))) return undefined;
  if (target?.part === 'web')
    return "only an app's ui/*.tsx may use the web's panels; a definition must be readable without a browser.";
  if (target?.part === 'apps')
    return 'apps meet through links and measures, by name; any of them but base can be taken away.';
  return 'an app imports only kit and apps/base: it says what its cases are, engines say how.';
}

function ofAppTest(place: Place, target: Place | undefined): string | undefined {
  if (target?.part === 'apps' && target.folder !== 'base' && target.folder !== place.folder && place.folder !== '')
    return "an app's test knows its own app and base; a story across apps belongs in e2e/.";
  if (target?.part === 'web') return "an app's story goes through HTTP; pages are tested in e2e/.";
  return undefined;
}

function isCompose(path: string): boolean {
  return path === 'packages/server/compose.ts' || path.startsWith('packages/server/compose/');
}

function room(place: Place): string {
  return place.folder === '' ? place.path : `${place.part}/${place.folder}`;
}
