export { declarationOf, type ParameterCatalogue, parameterCatalogue } from './parameter-catalogue.ts';
export type { ParameterView } from './parameter-view.ts';
export { type ParameterCtx, parameterAt, parametersOf } from './parameters.ts';
export { setParameterOperation } from './set-parameter.ts';
export type { ParameterValue } from './store.ts';
export { subjectOf } from './subject.ts';
export { type ValueFault, valueFault } from './value-fault.ts';
