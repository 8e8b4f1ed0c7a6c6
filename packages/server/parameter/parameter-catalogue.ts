import type { ParameterDeclaration } from '@huying/kit/app';
import { HuyingError } from '@huying/kit/error';
import { valueFault } from './value-fault.ts';

/** All parameters that the apps of a deployment declare, by name. */
export type ParameterCatalogue = ReadonlyMap<string, ParameterDeclaration>;

/**
 * Collects declarations at start and holds each to its own rules.
 * @throws parameter.declaredTwice, parameter.declarationInvalid
 */
export function parameterCatalogue(declarations: readonly ParameterDeclaration[]): ParameterCatalogue {
  const catalogue = new Map<string, ParameterDeclaration>();
  for (const declaration of declarations) {
    const { name } = declaration;
    if (catalogue.has(name)) throw new HuyingError('parameter.declaredTwice', { name });
    const fault = /^[a-z][A-Za-z0-9-]*(\.[a-z][A-Za-z0-9]*)+$/.test(name)
      ? valueFault(declaration, declaration.default)
      : { whyZh: '名称应为“领域.名称”', whyEn: 'its name must read area.name' };
    if (fault !== undefined) throw new HuyingError('parameter.declarationInvalid', { name, ...fault });
    catalogue.set(name, declaration);
  }
  return catalogue;
}

/** @throws parameter.unknown */
export function declarationOf(catalogue: ParameterCatalogue, name: string): ParameterDeclaration {
  const declaration = catalogue.get(name);
  if (declaration === undefined) throw new HuyingError('parameter.unknown', { name: name.slice(0, 80) });
  return declaration;
}
