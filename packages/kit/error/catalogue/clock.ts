import type { CatalogueArea } from '../catalogue-area.ts';

export const clockErrors = {} as const satisfies CatalogueArea;
