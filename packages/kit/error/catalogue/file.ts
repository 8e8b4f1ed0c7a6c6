import type { CatalogueArea } from '../catalogue-area.ts';

export const fileErrors = {} as const satisfies CatalogueArea;
