import type { Role } from '../access/index.ts';
import type { CaseType } from '../case/index.ts';
import { checkApplications } from './guarantee/applications.ts';
import { checkClockwork } from './guarantee/clockwork.ts';
import { checkClosing } from './guarantee/closing.ts';
import { checkHolds } from './guarantee/holds.ts';
import { checkMerging } from './guarantee/merging.ts';
import { checkOwnership } from './guarantee/ownership.ts';
import { possibleCases } from './guarantee/possible-case.ts';
import { checkQuestions } from './guarantee/questions.ts';
import { checkReachability } from './guarantee/reachability.ts';
import { checkVerification } from './guarantee/verification.ts';
import type { Note, Shortcoming } from './shortcoming.ts';

/**
 * The answer guarantee: lists every way in which a call could go unanswered under this case type. Walks every case that
 * can exist and requires that every state is reachable and leads to an end; that every open state has a responsible party
 * who is there and can always move it on, a running clock and an escalation beyond that party; that what is applied for is
 * decided and what is held ends; that no end is reached without result and answer, or with something left open; and that
 * the unit that did the work never verifies it. An empty list is the guarantee.
 *
 * What is not decidable here (dates, counts, what people answer) counts against a flow: a guard on such a fact may bar for
 * ever, a branch on it may go either way.
 */
export function answerGuarantee(type: CaseType, roles: Readonly<Record<string, Role>>): readonly Shortcoming[] {
  const found: Shortcoming[] = [];
  const note: Note = (place, rule, what, remedy) => found.push({ path: `${type.id}/${place}`, rule, what, remedy });
  const possible = possibleCases(type);
  checkReachability(type, possible, note);
  checkOwnership(type, roles, possible, note);
  checkClockwork(type, note);
  checkClosing(type, possible, note);
  checkVerification(type, note);
  checkApplications(type, possible, note);
  checkHolds(type, note);
  checkQuestions(type, note);
  checkMerging(type, possible, note);
  return found;
}
