import type { CatalogueArea } from '../catalogue-area.ts';

export const orgErrors = {} as const satisfies CatalogueArea;
