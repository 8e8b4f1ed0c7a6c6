import { readFile } from 'node:fs/promises';
import { HuyingError, isHuyingError, type Problem } from '@huying/kit/error';
import { type Static, type TSchema, Type } from 'typebox';
import { checkInput } from '../../ledger/index.ts';
import { isZone } from '../../tenant/index.ts';
import { isTimeFormat } from './time-format.ts';

const strict = { additionalProperties: false } as const;
const Name = Type.String({ minLength: 1, maxLength: 200 });
const Longitude = Type.Number({ minimum: -180, maximum: 180 });
const Latitude = Type.Number({ minimum: -90, maximum: 90 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const ClockTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$' });
const InTwoLanguages = Type.Object({ zh: Name, en: Name }, strict);
/** The header of a column, exactly as in the file. */
const column = (description: string) => Type.String({ minLength: 1, maxLength: 200, description });

/** Which column says what. Only the first four must be there; what no column says is left empty. */
const Columns = Type.Object(
  {
    number: column('Number or id given by the other system; unique in the file.'),
    opened: column('When it came in.'),
    status: column('Open or closed; see values.status.'),
    matter: Type.Array(column('One level.'), {
      minItems: 1,
      maxItems: 6,
      description: 'What it is about: the columns of the tree from the widest to the narrowest.',
    }),
    due: Type.Optional(column('The due time that was given; kept as it is.')),
    closed: Type.Optional(column('When it was closed.')),
    onTime: Type.Optional(column('The flag of the other system; compared, never believed.')),
    title: Type.Optional(column('What it is, in a line; absent: the narrowest matter.')),
    words: Type.Optional(column('What was asked, in words.')),
    outcome: Type.Optional(column('What was done, in words.')),
    unit: Type.Optional(column('The unit that answers.')),
    channel: Type.Optional(column('How it came in.')),
    address: Type.Optional(column('Where, in words.')),
    longitude: Type.Optional(column('WGS 84, degrees.')),
    latitude: Type.Optional(column('WGS 84, degrees.')),
    area: Type.Optional(column('The area as the other system names it; compared with the polygons.')),
  },
  strict,
);

/** How a foreign CSV of requests becomes cases of a district. Documented in `docs/guide/import-requests.md`. */
export const RequestMapping = Type.Object(
  {
    source: Type.String({
      pattern: '^[a-z0-9][a-z0-9-]{0,39}$',
      description: 'Short name of the other system; with the number it tells whether a request is there already.',
    }),
    file: Type.Optional(Type.Object({ delimiter: Type.String({ minLength: 1, maxLength: 1 }) }, strict)),
    columns: Columns,
    time: Type.Object(
      {
        format: Type.String({
          description: '`iso`, or a pattern of YYYY MM DD HH hh mm ss A, such as `YYYY-MM-DD HH:mm:ss`.',
        }),
        zone: Type.String({ description: 'IANA zone of times that name none, such as America/New_York.' }),
      },
      strict,
    ),
    values: Type.Object(
      {
        status: Type.Record(Type.String(), Type.Union([Type.Literal('open'), Type.Literal('closed')])),
        onTime: Type.Optional(Type.Record(Type.String(), Type.Boolean())),
        channel: Type.Optional(Type.Record(Type.String(), Name)),
      },
      strict,
    ),
    fallbackPoints: Type.Optional(
      Type.Array(Type.Object({ name: Name, longitude: Longitude, latitude: Latitude }, strict), {
        description: 'Points that stand for “place unknown”: counted and not put on the map.',
      }),
    ),
    areas: Type.Optional(
      Type.Object(
        {
          file: Type.String({
            minLength: 1,
            description: 'GeoJSON, looked for beside the CSV and then beside this mapping.',
          }),
          name: Type.String({ minLength: 1, description: 'The property that holds the name of a polygon.' }),
          aliases: Type.Optional(
            Type.Record(Type.String(), Type.Array(Name, { minItems: 1 }), {
              description: 'Names of the column `area` that stand for one or several polygons.',
            }),
          ),
          unspecific: Type.Optional(
            Type.Array(Name, {
              description: 'Names that say no area in particular (the whole city): read as no name.',
            }),
          ),
        },
        strict,
      ),
    ),
    district: Type.Object(
      {
        name: InTwoLanguages,
        language: Type.Union([Type.Literal('zh'), Type.Literal('en')]),
        zone: Type.String(),
        units: Type.Optional(
          Type.Record(Type.String(), InTwoLanguages, {
            description: 'Names of the units in the column `unit`; one not listed keeps its own.',
          }),
        ),
        parameters: Type.Optional(
          Type.Record(Type.String(), Type.Unknown(), {
            description: 'What the district sets for itself, by the name of the parameter.',
          }),
        ),
        calendar: Type.Object(
          {
            weekend: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
              description: 'Days of the week, Monday = 1.',
              uniqueItems: true,
            }),
            hours: Type.Array(Type.Tuple([ClockTime, ClockTime]), { minItems: 1 }),
            holidays: Type.String({
              minLength: 1,
              description: 'JSON beside this mapping: { years, days: [{ date, name }] }.',
            }),
          },
          strict,
        ),
      },
      strict,
    ),
  },
  strict,
);
export type RequestMapping = Static<typeof RequestMapping>;

/** Holidays as data: the years the list is whole for, and the days off in them. A year not listed is unknown, not free of holidays. */
export const HolidayList = Type.Object(
  {
    source: Type.String(),
    years: Type.Array(Type.Integer({ minimum: 1900, maximum: 2200 }), { minItems: 1, uniqueItems: true }),
    days: Type.Array(Type.Object({ date: Day, name: Name }, strict)),
  },
  strict,
);
export type HolidayList = Static<typeof HolidayList>;

/**
 * Reads a mapping that was parsed from JSON.
 * @throws `import.mapping` with every place where it is wrong.
 */
export function parseMapping(value: unknown): RequestMapping {
  const mapping = parse(RequestMapping, value);
  const problems: Problem[] = [];
  if (!isTimeFormat(mapping.time.format)) {
    problems.push({
      path: '/time/format',
      zh: '时间格式须为 iso，或由 YYYY MM DD HH mm ss 等组成并包含年月日',
      en: 'must be iso, or a pattern of YYYY MM DD HH hh mm ss A that has year, month and day',
    });
  }
  if (!isZone(mapping.time.zone)) problems.push(unknownZone('/time/zone', mapping.time.zone));
  if (!isZone(mapping.district.zone)) problems.push(unknownZone('/district/zone', mapping.district.zone));
  if (mapping.columns.onTime !== undefined && !mapping.values.onTime) {
    problems.push({
      path: '/values/onTime',
      zh: '给出了按时标记的列，但没有说明其取值',
      en: 'a column for the on-time flag is given, but not what its values mean',
    });
  }
  if ((mapping.columns.longitude === undefined) !== (mapping.columns.latitude === undefined)) {
    problems.push({ path: '/columns', zh: '经度与纬度两列须同时给出', en: 'longitude and latitude go together' });
  }
  if (problems.length > 0) throw new HuyingError('import.mapping', { count: problems.length }, problems);
  return mapping;
}

/**
 * Reads a holiday list that was parsed from JSON.
 * @throws `import.mapping` with every place where it is wrong; a day outside the years listed is one of them.
 */
export function parseHolidays(value: unknown): HolidayList {
  const list = parse(HolidayList, value);
  const years = new Set(list.years);
  const problems = list.days.flatMap(({ date }, at) =>
    years.has(Number(date.slice(0, 4)))
      ? []
      : [{ path: `/days/${at}/date`, zh: `${date} 不在所列年份内`, en: `${date} lies outside the years listed` }],
  );
  if (problems.length > 0) throw new HuyingError('import.mapping', { count: problems.length }, problems);
  return list;
}

/** Reads a JSON file and parses it; says which file is missing or is not JSON. */
export async function readJson<T>(path: string, parseValue: (value: unknown) => T): Promise<T> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new HuyingError('import.fileMissing', { file: path });
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new HuyingError('import.notJson', { file: path, what: (error as Error).message });
  }
  return parseValue(value);
}

function parse<T extends TSchema>(schema: T, value: unknown): Static<T> {
  try {
    checkInput(schema, value);
  } catch (error) {
    if (!isHuyingError(error)) throw error;
    throw new HuyingError('import.mapping', error.params, error.problems);
  }
  return value as Static<T>;
}

function unknownZone(path: string, zone: string): Problem {
  return { path, zh: `没有时区“${zone}”`, en: `there is no time zone “${zone}”` };
}
