import { HuyingError } from '@huying/kit/error';
import { checkIndicator, type Day } from '@huying/kit/promise';
import { type InForce, revisedThing } from './in-force.ts';
import { indicatorOf, timeOf } from './indicator-row.ts';

/** What stands now of a thing that may be revised, and the day before which a revision of it is asked. @throws promise.notRevisable */
export function presentValue(inForce: InForce, what: string): { readonly value: unknown; readonly due: Day | null } {
  const { promise, indicators, tasks } = inForce;
  const thing = revisedThing(what);
  switch (thing?.of) {
    case 'promise':
      return { value: promise[thing.field], due: promise.due };
    case 'cancelled':
      return { value: false, due: promise.due };
    case 'indicator': {
      const row = indicators.find(({ name }) => name === thing.name);
      if (row === undefined) break;
      const time = timeOf(promise);
      const due = row.due ?? time.due;
      return { value: thing.field === 'due' ? due : row[thing.field], due };
    }
    case 'task': {
      const row = tasks.find(({ id }) => id === thing.id);
      if (row === undefined || row.state === 'cancelled') break;
      return { value: row[thing.field], due: row.due ?? promise.due };
    }
    case undefined:
      break;
    default:
      thing satisfies never;
  }
  throw new HuyingError('promise.notRevisable', { what });
}

const isDay = (value: unknown) => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
};
const isLine = (value: unknown) => typeof value === 'string' && value.trim() !== '' && value.length <= 2000;
const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);

/** Holds the new value to what the thing takes. @throws promise.notRevisable */
export function requireRevisable(what: string, wanted: unknown, inForce: InForce): void {
  const thing = revisedThing(what);
  if (thing === undefined || !takes(thing, wanted, inForce)) throw new HuyingError('promise.notRevisable', { what });
}

function takes(thing: NonNullable<ReturnType<typeof revisedThing>>, wanted: unknown, inForce: InForce): boolean {
  switch (thing.of) {
    case 'cancelled':
      return wanted === true;
    case 'promise':
      if (thing.field === 'due') return isDay(wanted);
      if (thing.field === 'weight') return isNumber(wanted) && Number(wanted) >= 0;
      if (thing.field === 'firmness') return wanted === 'binding' || wanted === 'aimed' || wanted === 'plain';
      return isLine(wanted);
    case 'task':
      if (thing.field === 'due') return isDay(wanted);
      return thing.field === 'weight' ? isNumber(wanted) && Number(wanted) >= 0 : isLine(wanted);
    case 'indicator': {
      if (thing.field === 'due' ? !isDay(wanted) : !isNumber(wanted)) return false;
      const row = inForce.indicators.find(({ name }) => name === thing.name);
      // A target that its direction forbids is no revision of it.
      return (
        row !== undefined &&
        checkIndicator(indicatorOf({ ...row, [thing.field]: wanted }, inForce.promise)).length === 0
      );
    }
    default:
      return thing satisfies never;
  }
}
