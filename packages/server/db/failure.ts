import { HuyingError, isHuyingError } from '@huying/kit/error';
import pg from 'pg';

/** Socket errors of Node that mean the server is not there, or not any more. */
const LOST_SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOENT',
]);

/** SQLSTATE: shutting down (57P01), crashed (57P02), starting up (57P03), too many connections (53300), connection exceptions (08). */
const LOST_STATE = /^(57P0[123]|53300|08...)$/;

/** Sentences of `pg` and its pool, which carry no code. */
const LOST_SENTENCE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after|The server does not support SSL)/;

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Whether the connection is gone; such a client never goes back to the pool. */
export function isConnectionLoss(error: unknown): boolean {
  if (isHuyingError(error)) return error.code === 'database.unavailable';
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isConnectionLoss);
  const code = codeOf(error);
  return (
    LOST_STATE.test(code) || (!isDatabaseError(error) && LOST_SOCKET.has(code)) || LOST_SENTENCE.test(error.message)
  );
}

export function isDatabaseError(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError;
}

/** Whether a unique rule was broken, of any table or of the constraint named. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return (
    isDatabaseError(error) && error.code === '23505' && (constraint === undefined || error.constraint === constraint)
  );
}

/** Troubles of the database itself become catalogue errors; what a statement got wrong stays what it is. */
export function databaseFailure(error: unknown, statementTimeout: number): unknown {
  if (isHuyingError(error)) return error;
  if (isConnectionLoss(error)) return withCause(new HuyingError('database.unavailable'), error);
  switch (codeOf(error)) {
    case '57014':
      return withCause(new HuyingError('database.slow', { seconds: statementTimeout / 1000 }), error);
    case '40001':
    case '40P01':
    case '55P03':
      return withCause(new HuyingError('database.busy'), error);
    case '53100':
      return withCause(new HuyingError('database.full'), error);
    default:
      return error;
  }
}

function withCause(told: HuyingError, cause: unknown): HuyingError {
  told.cause = cause;
  return told;
}
