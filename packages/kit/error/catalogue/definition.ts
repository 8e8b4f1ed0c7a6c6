import type { CatalogueArea } from '../catalogue-area.ts';

export const definitionErrors = {} as const satisfies CatalogueArea;
