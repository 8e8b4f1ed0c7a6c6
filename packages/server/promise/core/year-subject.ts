import { v5 } from 'uuid';

/** Our own name space (RFC 9562 §5.5): a year of promises has no row of its own to bear an id, so its chain goes by its number. */
const years = '0b6f1c1e-5a0b-5b63-9a57-6a3a3d6c2f90';

/** Subject of the chain of a year's promises in the ledger. */
export function subjectOfYear(year: number): string {
  return v5(String(year), years);
}
