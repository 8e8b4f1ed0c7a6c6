import type { CatalogueArea } from '../catalogue-area.ts';

export const registryErrors = {} as const satisfies CatalogueArea;
