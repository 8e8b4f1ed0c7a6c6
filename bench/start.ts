import type { Figure } from './figure.ts';
import { serve } from './served.ts';

/** The mark for every start but the first. */
const MARK_SECONDS = 5;

/** How long `serve` takes on a database that is there, the embedded server's start among it. Nobody else may have it open. */
export async function measureStart(): Promise<Figure[]> {
  const served = await serve();
  await served.stop();
  return [
    {
      part: 'start',
      what: 'serve on an existing database',
      value: served.readyAfter / 1000,
      unit: 's',
      floor: MARK_SECONDS,
      note: 'from process start to the first answer; floor: the mark',
    },
  ];
}
