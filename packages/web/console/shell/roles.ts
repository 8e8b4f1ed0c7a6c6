/** Roles that take calls and so register tickets; the server has the last word. */
export const REGISTERS: readonly string[] = ['operator', 'acceptor', 'shift-leader'];

/** Roles that look after parameters, people and units. */
export const ADMINISTERS: readonly string[] = [
  'duty-editor',
  'system-admin',
  'security-admin',
  'shift-leader',
  'auditor',
];

/** Roles that see no cases, and so have no map of them; the server has the last word. */
export const WITHOUT_CASES: readonly string[] = ['duty-editor', 'system-admin', 'security-admin'];
