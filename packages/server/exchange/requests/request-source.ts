import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HuyingError } from '@huying/kit/error';
import { type HolidayList, parseHolidays, parseMapping, type RequestMapping, readJson } from './mapping.ts';
import { type ReadRow, readRequests } from './read-requests.ts';

/** A file of requests with everything its mapping names, read and checked. */
export interface RequestSource {
  readonly file: string;
  readonly mapping: RequestMapping;
  readonly holidays: HolidayList;
  /** The GeoJSON of the areas as parsed; null where the mapping names none. */
  readonly areas: unknown;
}

/**
 * Opens a file of requests. The areas are looked for beside the file and then beside the mapping, the holidays beside the mapping.
 * @throws `import.fileMissing`, `.notJson`, `.mapping`.
 */
export async function openRequests(file: string, mappingFile: string): Promise<RequestSource> {
  const mapping = await readJson(mappingFile, parseMapping);
  const holidays = await readJson(join(dirname(mappingFile), mapping.district.calendar.holidays), parseHolidays);
  const areas =
    mapping.areas && (await readJson(await areasFile(file, mappingFile, mapping.areas.file), (json) => json));
  return { file, mapping, holidays, areas: areas ?? null };
}

/** The rows of a source, from the beginning each time. */
export function rowsOf(source: RequestSource): AsyncGenerator<ReadRow> {
  return readRequests(source.file, source.mapping);
}

async function areasFile(file: string, mappingFile: string, name: string): Promise<string> {
  for (const place of [join(dirname(file), name), join(dirname(mappingFile), name)]) {
    try {
      await access(place);
      return place;
    } catch {
      // Not here: the next place.
    }
  }
  throw new HuyingError('import.fileMissing', { file: join(dirname(file), name) });
}
