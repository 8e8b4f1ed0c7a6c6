import type { CatalogueArea } from '../catalogue-area.ts';

export const accessErrors = {} as const satisfies CatalogueArea;
