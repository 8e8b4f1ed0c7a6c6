export { openBytes } from './open-bytes.ts';
export { most, type Note, type Opened } from './opened.ts';
export { Unreadable, type UnreadableCode } from './unreadable.ts';
