import type { CatalogueArea } from '../catalogue-area.ts';

export const databaseErrors = {} as const satisfies CatalogueArea;
