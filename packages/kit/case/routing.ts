import { type Condition, evaluate } from '../condition/index.ts';

/** One line of the duty list: who answers for which matters where. Codes are prefixes; an empty list stands for all. */
export interface DutyRule {
  readonly code: string;
  readonly order: number;
  readonly matters: readonly string[];
  readonly areas: readonly string[];
  readonly when: Condition | null;
  /** The unit, or null where the street of the place answers. */
  readonly lead: string | null;
  readonly assisting: readonly string[];
  readonly basis: string;
  /** A matter taken back from the streets: never given to one. */
  readonly takenBack: boolean;
}

/** What is asked of the duty list. `codes` are the matter's and the demand class's, the most telling first. */
export interface DutyQuestion {
  readonly codes: readonly string[];
  readonly area: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  /** The unit that is the street of an area code, if any. */
  readonly streetOf: (area: string) => string | null;
  readonly isStreet: (unit: string) => boolean;
}

/** The rule that answered and the units it names; the rule and its reason are kept with the case. */
export interface DutyAnswer {
  readonly rule: string;
  readonly lead: string;
  readonly assisting: readonly string[];
  readonly basis: string;
}

/** The lines of a duty list in the order in which they are asked. */
export function inDutyOrder(rules: readonly DutyRule[]): readonly DutyRule[] {
  return [...rules].sort((a, b) => a.order - b.order || (a.code < b.code ? -1 : 1));
}

/**
 * Asks a duty list that is in order: the first rule that fits. Null where none does: the dispatcher's desk decides, and that is
 * counted. A street is never named for what was taken back from streets.
 */
export function route(rules: readonly DutyRule[], question: DutyQuestion): DutyAnswer | null {
  const takenBack = rules.some((rule) => rule.takenBack && concerns(rule, question));
  for (const rule of rules) {
    if (!concerns(rule, question)) continue;
    const lead = rule.lead ?? (question.area === null ? null : question.streetOf(question.area));
    if (lead === null || (takenBack && question.isStreet(lead))) continue;
    return { rule: rule.code, lead, assisting: rule.assisting, basis: rule.basis };
  }
  return null;
}

function concerns(rule: DutyRule, { codes, area, facts }: DutyQuestion): boolean {
  const about =
    rule.matters.length === 0 || rule.matters.some((matter) => codes.some((code) => code.startsWith(matter)));
  const here = rule.areas.length === 0 || rule.areas.some((own) => area?.startsWith(own) === true);
  if (!about || !here) return false;
  return rule.when === null || evaluate(rule.when, facts) === true;
}
