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
