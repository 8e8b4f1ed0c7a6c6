export { type App, defineApp } from './app.ts';
export { defineParameter, type ParameterDeclaration } from './parameter-declaration.ts';
export type { Worklist } from './worklist.ts';
