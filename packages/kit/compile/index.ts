export { answerGuarantee } from './answer-guarantee.ts';
export { compile, type Definition, type Product, shortcomingsOf, UnsafeDeclaration } from './compile.ts';
export { flowPicture } from './flow-picture.ts';
export { appLabels, askedPath, caseLabels, type Labels } from './labels.ts';
export type { Rule, Shortcoming } from './shortcoming.ts';
