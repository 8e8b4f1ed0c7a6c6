export { countedCharacter, countIn, countOfTerm } from './count.ts';
export { glossaryOf } from './entries.ts';
export { type Enumeration, enumerationIn } from './enumeration.ts';
export { piecesOf } from './pieces.ts';
