import type { CatalogueArea } from '../catalogue-area.ts';

export const identityErrors = {} as const satisfies CatalogueArea;
