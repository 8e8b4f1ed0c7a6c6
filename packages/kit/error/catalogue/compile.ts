import type { CatalogueArea } from '../catalogue-area.ts';

export const compileErrors = {} as const satisfies CatalogueArea;
