import { type HuyingError, isHuyingError, type Problem, problemOf } from '@huying/kit/error';
import type { CaseServices } from '../../case/index.ts';
import { type Capacity, checkInput, inTenant } from '../../ledger/index.ts';
import { findTenant } from '../../tenant/index.ts';
import { type CellProblem, readWorkbook, type TicketRow } from './read-workbook.ts';
import { receiveTicket } from './receive-ticket.ts';
import { CityTicket } from './ticket.ts';
import { requireWholeDistrict } from './whole-district.ts';

/** What became of a workbook. `read` = opened + repeated + noted + refused; the first problems are told, all are counted. */
export interface ImportReport {
  readonly read: number;
  readonly opened: number;
  readonly repeated: number;
  readonly noted: number;
  readonly refused: number;
  readonly problems: readonly CellProblem[];
  readonly problemCount: number;
}

const MOST_PROBLEMS = 500;

/**
 * Takes the tickets of the city's workbook, each for itself: what one row has wrong holds up no other, and the same workbook
 * again opens nothing twice. Throws access.denied, exchange.workbook, .workbookTooLarge, .workbookColumns.
 */
export async function importTickets(services: CaseServices, capacity: Capacity, bytes: Buffer): Promise<ImportReport> {
  const zone = await inTenant(services, capacity, async (ctx) => {
    await requireWholeDistrict(ctx, services);
    return (await findTenant(ctx.tx, ctx.tenant))?.zone ?? 'UTC';
  });
  const count = { read: 0, opened: 0, repeated: 0, noted: 0, refused: 0 };
  const problems: CellProblem[] = [];
  let problemCount = 0;
  for await (const row of readWorkbook(bytes, zone)) {
    count.read += 1;
    const outcome = await takeRow(services, capacity, row);
    if (typeof outcome === 'string') {
      count[outcome] += 1;
    } else {
      count.refused += 1;
      problemCount += outcome.length;
      problems.push(...outcome.slice(0, MOST_PROBLEMS - problems.length));
    }
  }
  return { ...count, problems, problemCount };
}

async function takeRow(
  services: CaseServices,
  capacity: Capacity,
  row: TicketRow,
): Promise<'opened' | 'repeated' | 'noted' | readonly CellProblem[]> {
  if (row.problems.length > 0) return row.problems;
  try {
    checkInput(CityTicket, row.values);
    return (await receiveTicket(services, capacity, row.values as CityTicket)).status;
  } catch (error) {
    if (!isHuyingError(error) || error.status >= 500) throw error;
    return problemsAt(row, error);
  }
}

function problemsAt(row: TicketRow, error: HuyingError): readonly CellProblem[] {
  const whole = (): CellProblem => ({
    row: row.row,
    cell: row.cellOf('number'),
    zh: sentence(error, 'zh'),
    en: sentence(error, 'en'),
  });
  if (error.problems.length === 0) return [whole()];
  return error.problems.map(({ path, zh, en }: Problem) => ({
    row: row.row,
    cell: row.cellOf(path.split('/')[1] ?? ''),
    zh,
    en,
  }));
}

function sentence(error: HuyingError, locale: 'zh' | 'en'): string {
  return problemOf(error, locale).detail;
}
