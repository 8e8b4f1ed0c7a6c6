export { getDefinition, type StoredDefinition, storeDefinition } from './definition.ts';
export { checkNamedFunctions, type NamedFunction } from './named-function.ts';
export { definitionHashes } from './store.ts';
