import type { Words } from '@huying/kit/error';
import type { Day } from '@huying/kit/promise';
import { caseOperations } from '../../case/index.ts';
import { append, type Ctx, theSystem } from '../../ledger/index.ts';
import { addLink } from '../../link/index.ts';
import { type ClauseRow, clausesOf } from './page.store.ts';
import type { PromiseRecord } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';

/** The case type that overdue and contradicted parts open, where the product has it. */
const ITEM = 'supervision-item';

/** Why an item is opened: which part (`due`, `task:<id>`, `disagrees:<id>`), its name, when it was due, and what is the matter. */
export interface Raised {
  readonly part: string;
  readonly title?: string;
  readonly due: Day | null;
  readonly because: Words;
}

/** What an item of supervision is entered with, from a promise and the sentence of the report it comes from. Fields that its type does not have are left out by `openItem`. */
export function itemFields(
  promise: PromiseRecord,
  raised: Raised,
  sentence: Pick<ClauseRow, 'words' | 'page'> | undefined,
): Readonly<Record<string, unknown>> {
  const title = `${promise.title}：${raised.title === undefined ? '' : `${raised.title}，`}${raised.because.zh}`;
  return {
    title: [...title].slice(0, 200).join(''),
    source: 'promise',
    words: [...(sentence?.words ?? promise.deliverable ?? promise.title)].slice(0, 4000).join(''),
    ...(sentence === undefined || sentence.page === null ? {} : { page: sentence.page }),
    promise: promise.id,
    promiseNumber: promise.number,
    part: raised.part,
    ...(raised.title === undefined ? {} : { partTitle: [...raised.title].slice(0, 200).join('') }),
    ...(raised.due === null ? {} : { partDue: raised.due }),
    ...(promise.leadUnit === null ? {} : { unit: promise.leadUnit }),
  };
}

/**
 * Opens an item of supervision for a part of a promise, as the program, and links the two; the same part in the same round opens one only,
 * however often it is asked. Answers its id; null where the product knows no such cases.
 */
export async function openItem(
  ctx: Ctx,
  services: PromiseServices,
  promise: PromiseRecord,
  raised: Raised,
  round = 1,
): Promise<string | null> {
  const definition = services.product.definitions.find(({ id }) => id === ITEM);
  if (definition === undefined) return null;
  const known = definition.type.intake;
  const [sentence] = await clausesOf(ctx.tx, ctx.tenant, promise.id);
  const fields = Object.fromEntries(
    Object.entries(itemFields(promise, raised, sentence)).filter(([name]) => known.includes(name)),
  );
  const asProgram: Ctx = { ...ctx, actor: theSystem };
  const opened = await caseOperations(services).open.run(asProgram, {
    type: ITEM,
    fields,
    external: { source: 'promise', number: `${promise.number} ${raised.part} ${round}`.slice(0, 80) },
  });
  const isNew = await addLink(
    asProgram,
    'raised',
    { kind: 'promise', id: promise.id },
    { kind: 'case', id: opened.id },
  );
  if (!isNew) return opened.id;
  const both = { promise: promise.id, promiseNumber: promise.number, item: opened.id, itemNumber: opened.number };
  append(asProgram, {
    subject: promise.id,
    kind: 'promise',
    what: 'raised',
    visibility: 'internal',
    body: { ...both, part: raised.part, due: raised.due },
  });
  append(asProgram, { subject: opened.id, kind: 'case', what: 'raised', visibility: 'internal', body: both });
  return opened.id;
}
