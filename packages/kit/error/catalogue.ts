import { accessErrors } from './catalogue/access.ts';
import { boardErrors } from './catalogue/board.ts';
import { bulletinErrors } from './catalogue/bulletin.ts';
import { calendarErrors } from './catalogue/calendar.ts';
import { caseErrors } from './catalogue/case.ts';
import { clockErrors } from './catalogue/clock.ts';
import { compileErrors } from './catalogue/compile.ts';
import { conditionErrors } from './catalogue/condition.ts';
import { databaseErrors } from './catalogue/database.ts';
import { definitionErrors } from './catalogue/definition.ts';
import { exchangeErrors } from './catalogue/exchange.ts';
import { fieldErrors } from './catalogue/field.ts';
import { figureErrors } from './catalogue/figure.ts';
import { fileErrors } from './catalogue/file.ts';
import { identityErrors } from './catalogue/identity.ts';
import { importErrors } from './catalogue/import.ts';
import { ledgerErrors } from './catalogue/ledger.ts';
import { mapErrors } from './catalogue/map.ts';
import { measureErrors } from './catalogue/measure.ts';
import { notifyErrors } from './catalogue/notify.ts';
import { orgErrors } from './catalogue/org.ts';
import { parameterErrors } from './catalogue/parameter.ts';
import { projectErrors } from './catalogue/project.ts';
import { promiseErrors } from './catalogue/promise.ts';
import { readerErrors } from './catalogue/reader.ts';
import { registryErrors } from './catalogue/registry.ts';
import { reportErrors } from './catalogue/report.ts';
import { requestErrors } from './catalogue/request.ts';
import { voteErrors } from './catalogue/vote.ts';

/** Every error the product can give, in one place; `docs/reference/errors.md` is made from it and proven equal by a test. */
export const catalogue = {
  ...accessErrors,
  ...boardErrors,
  ...bulletinErrors,
  ...calendarErrors,
  ...caseErrors,
  ...clockErrors,
  ...compileErrors,
  ...conditionErrors,
  ...databaseErrors,
  ...definitionErrors,
  ...exchangeErrors,
  ...fieldErrors,
  ...figureErrors,
  ...fileErrors,
  ...identityErrors,
  ...importErrors,
  ...ledgerErrors,
  ...mapErrors,
  ...measureErrors,
  ...notifyErrors,
  ...orgErrors,
  ...parameterErrors,
  ...projectErrors,
  ...promiseErrors,
  ...readerErrors,
  ...registryErrors,
  ...reportErrors,
  ...requestErrors,
  ...voteErrors,
} as const;

/** The code of an error in the catalogue. */
export type ErrorCode = keyof typeof catalogue;
