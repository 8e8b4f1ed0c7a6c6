import { enqueueJob } from '../ledger/index.ts';
import { type ParameterCatalogue, setParameterOperation } from '../parameter/index.ts';

type SetParameter = ReturnType<typeof setParameterOperation>;

/** What is kept with every open case of what a parameter says: due times by the calendar, and when they turn yellow. */
const RECKONED = ['base.calendar', 'base.yellowFrom'];

/** Setting a parameter in the whole program: a changed calendar has due times reckoned anew, from when it is in force. */
export function setParameterIn(parameters: ParameterCatalogue): SetParameter {
  const set: SetParameter = setParameterOperation(parameters);
  return {
    ...set,
    async run(ctx, input) {
      const answer = await set.run(ctx, input);
      if (RECKONED.includes(input.name)) {
        const { effectiveFrom: runAt } = answer;
        const key = `${input.name}:${ctx.tenant}:${runAt}`;
        await enqueueJob(ctx, 'reproject', { reason: input.reason.slice(0, 200) }, { runAt, key });
      }
      return answer;
    },
  };
}
