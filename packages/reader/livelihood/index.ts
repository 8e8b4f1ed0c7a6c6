export { completionOf } from './completion.ts';
export { itemsOf } from './items.ts';
export { hull, placed } from './placed.ts';
export { statusAhead, statusIn } from './status.ts';
