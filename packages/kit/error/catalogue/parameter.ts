import type { CatalogueArea } from '../catalogue-area.ts';

export const parameterErrors = {} as const satisfies CatalogueArea;
