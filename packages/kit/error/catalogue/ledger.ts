import type { CatalogueArea } from '../catalogue-area.ts';

export const ledgerErrors = {} as const satisfies CatalogueArea;
