import type { CatalogueArea } from '../catalogue-area.ts';

export const exchangeErrors = {} as const satisfies CatalogueArea;
