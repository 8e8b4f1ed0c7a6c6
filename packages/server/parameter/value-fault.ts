import type { ParameterDeclaration } from '@huying/kit/app';
import { checkLimitText } from '@huying/kit/clock';
import { isHuyingError } from '@huying/kit/error';

/** Why a value does not fit its parameter, in both languages. */
export interface ValueFault {
  readonly whyZh: string;
  readonly whyEn: string;
}

/** Characters of canonical JSON that a value may take at most. */
const longest = 65_536;

/** Levels of lists and objects that a value may have at most. */
const deepest = 20;

/** What is wrong with a value for a parameter; undefined when it fits. */
export function valueFault(declaration: ParameterDeclaration, value: unknown): ValueFault | undefined {
  switch (declaration.kind) {
    case 'limit':
      return limitFault(value);
    case 'limits':
      return limitsFault(value);
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return fault('应为数字', 'a number is needed');
      if (value < declaration.min || value > declaration.max) {
        return fault(
          `应在 ${declaration.min} 至 ${declaration.max} 之间`,
          `it must lie between ${declaration.min} and ${declaration.max}`,
        );
      }
      return undefined;
    case 'text':
      if (typeof value !== 'string') return fault('应为文字', 'text is needed');
      return value.length > 10_000 ? fault('文字过长', 'the text is too long') : jsonFault(value);
    case 'choice':
      if (typeof value === 'string' && Object.hasOwn(declaration.options, value)) return undefined;
      return fault(
        `应为 ${Object.keys(declaration.options).join('、')} 之一`,
        `one of ${Object.keys(declaration.options).join(', ')} is needed`,
      );
    case 'json':
      return jsonFault(value);
  }
}

function limitFault(value: unknown): ValueFault | undefined {
  if (typeof value !== 'string' || value.length > 100)
    return fault('应为时限，如“4工作时”', 'a limit such as "4 working hours" is needed');
  try {
    checkLimitText(value);
    return undefined;
  } catch (error) {
    if (!isHuyingError(error)) throw error;
    return fault(`“${value}”不是时限，应如“4工作时”`, `"${value}" is not a limit such as "4 working hours"`);
  }
}

function limitsFault(value: unknown): ValueFault | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return fault('应为时限表', 'a table of limits is needed');
  if (!Object.hasOwn(value, '*')) return fault('缺少“*”（其余）一行', 'the line "*" for the rest is missing');
  for (const limit of Object.values(value)) {
    const wrong = limitFault(limit);
    if (wrong !== undefined) return wrong;
  }
  return jsonFault(value);
}

function jsonFault(value: unknown): ValueFault | undefined {
  if (depth(value, 0) > deepest) return fault('层级过深', 'it is nested too deeply');
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) return fault('应为 JSON', 'JSON is needed');
  // Escapes that JSON has and PostgreSQL's jsonb has not: the NUL and half a surrogate pair.
  if (/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(text))
    return fault('含有不可用的字符', 'it holds characters that cannot be stored');
  return text.length > longest ? fault('内容过长', 'it is too long') : undefined;
}

function depth(value: unknown, above: number): number {
  if (above > deepest || value === null || typeof value !== 'object') return above;
  return Object.values(value).reduce<number>((most, item) => Math.max(most, depth(item, above + 1)), above);
}

function fault(whyZh: string, whyEn: string): ValueFault {
  return { whyZh, whyEn };
}
