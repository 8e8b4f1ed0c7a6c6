import type { CatalogueArea } from '../catalogue-area.ts';

export const caseErrors = {} as const satisfies CatalogueArea;
