import { v5 } from 'uuid';

/** Our own name space (RFC 9562 §5.5): a parameter has no row of its own to bear an id, so its chain goes by its name. */
const parameters = '6f0e2a0c-8f44-5d52-9c1b-0a1d7f8b6e21';

/** Subject of a parameter's chain in the ledger. */
export function subjectOf(name: string): string {
  return v5(name, parameters);
}
