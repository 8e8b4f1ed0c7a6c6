export { type Hit, type Indexed, inTime } from './block.ts';
export { type Built, buildBlocks, type SearchServices } from './build.ts';
export { searchKeeper } from './keeper.ts';
export { asksForSounds, found, type Query, readQuery, type Synonyms, type Way } from './query.ts';
export { rebuildBlocks, type TextSource } from './rebuild.ts';
export { type PlainText, plainTextOf, type SearchText } from './search-text.ts';
export { type SoundReader, soundReader } from './sounds.ts';
export { addText, type NewText } from './store.ts';
export { type Walk, walk } from './walk.ts';
