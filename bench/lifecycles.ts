import { type Capacity, runOperation } from '@huying/server/ledger';
import { v7 } from 'uuid';
import { castOf, type Desk } from './cast.ts';
import { CONNECTIONS, type DataSet } from './data-set.ts';
import type { Figure } from './figure.ts';
import { Load, measured } from './load.ts';
import { nextCall, ticketOf } from './tickets.ts';

/** Lives at a time: as many as there are connections, and few. */
const WIDTHS = [CONNECTIONS, 8];

/** What the largest open platform of this kind publishes for create, assign, resolve and search, on 16 cores with a million rows. */
const PUBLISHED = 6.3;

/** Whole lives of a ticket a second: taken, filed, dispatched, signed, handled, verified, closed, and found again. */
export async function measureLifecycles({ program }: DataSet, seconds: number): Promise<Figure[]> {
  const { services, operations } = program;
  const { open, act, list } = operations.cases;
  const { as, desks } = await castOf(services);
  const [operator, acceptor] = [as('operator'), as('acceptor')];
  const [dispatcher, verifier] = [as('dispatcher'), as('verifier')];
  let steps = new Load();
  let turn = 0;

  async function step<T>(work: () => Promise<T>): Promise<T> {
    const from = performance.now();
    const done = await work();
    steps.add(performance.now() - from);
    return done;
  }

  async function life(): Promise<void> {
    const plan = nextCall();
    turn += 1;
    const { unit, clerk } = desks[turn % desks.length] as Desk;
    const { id, number } = await step(() =>
      runOperation(services, open, { ...operator, input: ticketOf(plan), key: v7() }),
    );
    const take = (who: Capacity, action: string, asked: Record<string, unknown>) =>
      step(() => runOperation(services, act, { ...who, input: { id, action, asked }, key: v7() }));
    await take(acceptor, 'file', { matter: plan.matter, condition: plan.condition });
    await take(dispatcher, 'dispatch', { unit, dispatchReason: '按职责目录派遣' });
    await take(clerk, 'sign', {});
    await take(clerk, 'handled', { handled: '已到现场处理完毕，周边一并检查。' });
    await take(verifier, 'verify', { passed: true, verified: '现场核查，问题已解决。' });
    await take(acceptor, 'close', { result: 'fixed', answer: '您反映的问题已经处理完毕。' });
    const found = await step(() => runOperation(services, list, { ...acceptor, input: { q: number } }));
    if (found.items.length !== 1) throw new Error(`${number} was not found again`);
  }

  const figures: Figure[] = [];
  for (const width of WIDTHS) {
    steps = new Load();
    const lives = await measured(width, seconds, life);
    figures.push(
      {
        part: 'lifecycles',
        what: `whole, ${width} at a time`,
        value: lives.perSecond,
        unit: '/s',
        floor: PUBLISHED,
        note: `${lives.spread()}; ${lives.cores()}; floor: published by another platform, 16 cores`,
      },
      {
        part: 'lifecycles',
        what: `one of its 8 steps, ${width} lives at a time, p95`,
        value: steps.percentile(0.95),
        unit: 'ms',
        note: steps.spread(),
      },
    );
  }
  return figures;
}
