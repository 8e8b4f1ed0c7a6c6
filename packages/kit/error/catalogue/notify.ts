import type { CatalogueArea } from '../catalogue-area.ts';

export const notifyErrors = {} as const satisfies CatalogueArea;
