import type { CatalogueArea } from '../catalogue-area.ts';

export const conditionErrors = {} as const satisfies CatalogueArea;
