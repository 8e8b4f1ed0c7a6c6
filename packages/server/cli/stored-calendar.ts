import { readFile } from 'node:fs/promises';
import type { CalendarRules, StatutoryYear } from '@huying/kit/calendar';
import { calendarOf } from '@huying/kit/calendar';
import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import type { Program } from '../compose/index.ts';
import { checkInput, inTenant, runOperation, theSystem } from '../ledger/index.ts';
import { parameterAt } from '../parameter/index.ts';
import { requireDistrict } from './district-named.ts';
import type { Terminal } from './terminal.ts';

const name = 'base.calendar';

/** The working calendar of a district as it holds now. @throws access.district */
export async function calendarInForce({ services }: Program, district: string): Promise<CalendarRules> {
  await requireDistrict(services.db, district);
  const rules = await inTenant(services, { tenant: district, actor: theSystem }, (ctx) =>
    parameterAt(ctx, services.parameters, name, ctx.now),
  );
  return rules as CalendarRules;
}

/** A calendar in lines: its hours, then each year with how many days off and make-up workdays it has. */
export function linesOf(rules: CalendarRules, { say }: Terminal): string[] {
  const hours = (rules.hours ?? []).map(({ from, to }) => `${from}–${to}`).join(', ');
  const years = rules.years.map(({ year, days }) => {
    const off = days.filter((day) => day.isOffDay).length;
    const worked = days.length - off;
    return say({
      zh: `${year}  放假 ${off} 天，调休上班 ${worked} 天`,
      en: `${year}  ${off} days off, ${worked} make-up workdays`,
    });
  });
  return [`${rules.zone}${hours === '' ? '' : `  ${hours}`}`, ...years];
}

const yearsFile = Type.Array(
  Type.Object(
    {
      year: Type.Integer({ minimum: 1900, maximum: 9000 }),
      complete: Type.Optional(Type.Boolean()),
      days: Type.Array(
        Type.Object({ name: Type.String({ maxLength: 40 }), date: Type.String(), isOffDay: Type.Boolean() }),
        { maxItems: 200 },
      ),
    },
    { additionalProperties: false },
  ),
  { minItems: 1, maxItems: 100 },
);

/** Puts the years of a file into a district's calendar. Answers which. @throws import.fileMissing, request.json and what setYears throws */
export async function importYears(program: Program, district: string, file: string, reason: string): Promise<number[]> {
  const years = await readYears(file);
  await setYears(program, district, years, reason);
  return years.map(({ year }) => year);
}

/** Puts years into a district's calendar, from now on; those it has of the same number are replaced. @throws calendar.invalid, access.district */
export async function setYears(
  program: Program,
  district: string,
  years: readonly StatutoryYear[],
  reason: string,
): Promise<void> {
  const { services, operations } = program;
  const { zone } = await requireDistrict(services.db, district);
  const before = await calendarInForce(program, district);
  const kept = before.years.filter(({ year }) => !years.some((one) => one.year === year));
  const rules = { ...before, zone, years: [...kept, ...years].sort((a, b) => a.year - b.year) };
  // Compiled before it is stored, so that a wrong file changes nothing.
  calendarOf(rules);
  const input = { name, value: rules, reason };
  await runOperation(services, operations.setParameter, { tenant: district, actor: theSystem, input });
}

async function readYears(file: string): Promise<StatutoryYear[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new HuyingError('import.fileMissing', { file });
  });
  let years: unknown;
  try {
    years = JSON.parse(text);
  } catch {
    throw new HuyingError('request.json');
  }
  checkInput(yearsFile, years);
  return years as StatutoryYear[];
}
