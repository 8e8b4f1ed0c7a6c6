import type { CatalogueArea } from '../catalogue-area.ts';

export const fieldErrors = {} as const satisfies CatalogueArea;
