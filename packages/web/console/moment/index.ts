export { leftText, momentText, type ReadingTime, spanText } from './moment-text.ts';
export { instantOfLocal, localInput, wallTime } from './zone-time.ts';
