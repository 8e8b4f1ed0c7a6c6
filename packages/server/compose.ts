import type { StatutoryYear } from '@huying/kit/calendar';
import type { DemoSignIn, Program, ProgramOptions, SeedProgress } from './compose/index.ts';
import type { CaseSink, ImportServices } from './exchange/index.ts';

/**
 * Where the apps and a district's data meet the engines. Everything is loaded when it is asked for, so that a command that needs no
 * database answers at once.
 */
export async function compose(options: Omit<ProgramOptions, 'apps'>): Promise<Program> {
  const [{ openProgram }, { apps }] = await Promise.all([import('./compose/index.ts'), import('@huying/apps')]);
  return openProgram({ ...options, apps });
}

/** The holiday years of mainland China that ship with the program. */
export async function statutoryYears(): Promise<readonly StatutoryYear[]> {
  return (await import('@huying/district/demo/calendar')).holidayYears;
}

/** Code of the demo district. */
export const demoDistrict = '440199';

/** Fills an empty database with the demo district. Answers whom one can sign in as. */
export async function seedDemo(program: Program, progress: SeedProgress): Promise<readonly DemoSignIn[]> {
  const { seedDemoDistrict } = await import('./compose/index.ts');
  return seedDemoDistrict(program, progress);
}

/** What an import of other systems' requests stands on: the registries and units to enter, and where requests become cases. */
export async function requestImport(program: Program): Promise<{ services: ImportServices; sink: CaseSink }> {
  const { requestImportOf } = await import('./compose/index.ts');
  return requestImportOf(program);
}
