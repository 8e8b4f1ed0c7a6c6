/** Roles that take calls, to whom earlier tickets of a number are shown; the server has the last word. */
export const TAKES_CALLS: readonly string[] = ['operator', 'acceptor', 'shift-leader'];

/** Roles that open cases: tickets, and what the supervision office takes up. */
export const REGISTERS: readonly string[] = [
  ...TAKES_CALLS,
  'supervisor',
  'district-leader',
  'congress-officer',
  'report-editor',
];

/** Roles that look after parameters, people and units. */
export const ADMINISTERS: readonly string[] = [
  'duty-editor',
  'system-admin',
  'security-admin',
  'audit-admin',
  'shift-leader',
  'auditor',
];

/** Roles to whom the accounts and their posts are shown; the server has the last word. */
export const READS_ACCOUNTS: readonly string[] = ['system-admin', 'security-admin', 'audit-admin'];

/** Roles that see no cases, and so have no map of them; the server has the last word. */
export const WITHOUT_CASES: readonly string[] = ['duty-editor', 'system-admin', 'security-admin', 'audit-admin'];

/** The role that sets up, moves and ends units; the server has the last word. */
export const LOOKS_AFTER_UNITS = 'system-admin';
