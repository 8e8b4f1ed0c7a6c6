import { dayNumberOf, localDateOf } from '../calendar/index.ts';
import { dueOf, isPast } from '../clock/index.ts';
import type { Facts } from '../condition/index.ts';
import type { CaseContext, CaseRecord, Value, Values } from './case-record.ts';

/**
 * The facts of a case that conditions may name: `state`, `result`, `round`, `unit`, `handler`, `stage`,
 * `data.<field>`, `asked.<field>`, `days.<field>` (from today to a date asked), `count.<action>`, `pending.<application>`, `clock.<name>.late` (null where it never
 * ran), `parts.open` (mandatory ones unanswered), `parts.asked` (all unanswered), `stages.left`, `acting.role` and
 * `parameter.<name>`. Read lazily: most conditions look at one or two.
 */
export function factsOf(record: CaseRecord, context: CaseContext, asked: Values = {}): Facts {
  const fact = (name: string): Value => {
    const dot = name.indexOf('.');
    const head = dot < 0 ? name : name.slice(0, dot);
    const rest = dot < 0 ? '' : name.slice(dot + 1);
    switch (head) {
      case 'state':
        return record.state;
      case 'result':
        return record.result;
      case 'round':
        return record.round;
      case 'stage':
        return record.stage;
      case 'unit':
        return record.unit;
      case 'handler':
        return record.handler;
      case 'data':
        return record.data[rest] ?? null;
      case 'asked':
        return asked[rest] ?? null;
      case 'days':
        return daysTo(asked[rest], context);
      case 'count':
        return record.counts[rest] ?? 0;
      case 'pending':
        return record.requests[rest] !== undefined;
      case 'parts':
        return record.parts.filter(
          (part) => part.answeredAt === null && !part.waived && (rest === 'asked' || part.mandatory),
        ).length;
      case 'stages':
        return stagesLeft(record, context);
      case 'acting':
        return context.acting.kind === 'post' ? context.acting.role : context.acting.kind;
      case 'parameter':
        return context.parameter(rest);
      case 'clock': {
        const clock = record.clocks[rest.replace(/\.late$/, '')];
        if (clock === undefined) return null;
        const due = dueOf(clock, context.calendar);
        return due !== null && isPast(clock.phase.kind === 'stopped' ? clock.phase.at : context.now, due);
      }
      default:
        return null;
    }
  };
  return new Proxy<Record<string, unknown>>(
    {},
    {
      get: (_, name) => (typeof name === 'string' ? fact(name) : undefined),
      // Conditions ask for own properties only, so that a fact named `constructor` is no fact.
      getOwnPropertyDescriptor: (_, name) =>
        typeof name === 'string' ? { configurable: true, enumerable: true, value: fact(name) } : undefined,
    },
  );
}

/** Calendar days from today, in the district's zone, to a date; null where it is none. */
function daysTo(date: Value | undefined, { calendar, now }: CaseContext): number | null {
  if (typeof date !== 'string') return null;
  return dayNumberOf(date) - dayNumberOf(localDateOf(calendar, now));
}

/** How many stages the limit of the filing condition still has after the present one. */
function stagesLeft(record: CaseRecord, context: CaseContext): number {
  const condition = record.data.condition;
  const limits = typeof condition === 'string' ? context.filingLimits(condition) : undefined;
  return Math.max(0, (limits?.length ?? 1) - 1 - record.stage);
}
