import type { Disagreement } from '@huying/kit/promise';
import { append, type Ctx } from '../../ledger/index.ts';
import { supervisorsIn, tellOf } from './notice.ts';
import type { PromiseRecord } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';
import type { PromiseWorld } from './promise-world.ts';
import { openItem } from './supervision.ts';

/** A contradiction that was not there before raises itself: the supervisors are told, and by parameter an item of supervision is opened. */
export async function raiseDisagreements(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  before: Pick<PromiseRecord, 'disagreements'>,
  record: PromiseRecord,
  disagreements: readonly Disagreement[],
): Promise<void> {
  const arisen = disagreements.filter(({ id }) => !before.disagreements.includes(id));
  const [first] = arisen;
  if (first === undefined) return;
  append(ctx, {
    subject: record.id,
    kind: 'promise',
    what: 'disagrees',
    visibility: 'internal',
    body: { disagreements: arisen.map(({ id }) => id), version: record.version },
  });
  const label = {
    zh: arisen.map(({ zh }) => zh).join(''),
    en: arisen.map(({ en }) => en).join(' '),
  };
  await tellOf(ctx, record, supervisorsIn(ctx, world, record), {
    what: 'disagrees',
    does: 'warn',
    label,
    key: `disagrees:${ctx.id()}`,
  });
  if (world.setting<string>('promise.disagreementRaises', 'notice') === 'item') {
    await openItem(ctx, services, record, { part: `disagrees:${first.id}`, because: label, due: null });
  }
}
