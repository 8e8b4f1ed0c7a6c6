export type { CompletionUnit, EntryUnit, ItemUnit, Part, Sentence } from './sentence.ts';
export { type Tree, treeOf } from './tree.ts';
