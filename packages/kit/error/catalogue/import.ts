import type { CatalogueArea } from '../catalogue-area.ts';

export const importErrors = {} as const satisfies CatalogueArea;
