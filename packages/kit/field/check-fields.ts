import type { Problem, Words } from '../error/index.ts';
import type { Field, Fields } from './field.ts';

/** What is wrong with declared fields themselves: limits that exclude every value, a pattern that is none, choices without options. `known` are further names that `under` may refer to. */
export function checkFields(fields: Fields, at = '', known: readonly string[] = []): Problem[] {
  const names = new Set([...Object.keys(fields), ...known]);
  return Object.entries(fields).flatMap(([name, field]) => {
    const faults = faultsOf(field, names);
    if (!/^[a-z][A-Za-z0-9]{0,62}$/.test(name)) {
      faults.push({
        zh: '字段名应以小写字母开头，只含字母和数字，最多 63 个字符。',
        en: 'A field name starts with a small letter and has letters and digits only, at most 63.',
      });
    }
    return faults.map((fault) => ({ path: `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, ...fault }));
  });
}

function faultsOf(field: Field, names: ReadonlySet<string>): Words[] {
  const faults: Words[] = [];
  if (field.label.trim() === '') faults.push({ zh: '字段没有名称。', en: 'The field has no label.' });
  if ((field.kind === 'text' || field.kind === 'number') && field.min > field.max) {
    faults.push({
      zh: `下限 ${field.min} 大于上限 ${field.max}。`,
      en: `The minimum ${field.min} is above the maximum ${field.max}.`,
    });
  }
  if (field.kind === 'text' && !isPattern(field.pattern)) {
    faults.push({ zh: `“${field.pattern}”不是正则表达式。`, en: `“${field.pattern}” is not a regular expression.` });
  }
  if (
    (field.kind === 'photos' || field.kind === 'files' || field.kind === 'choices') &&
    !(Number.isInteger(field.max) && field.max > 0)
  ) {
    faults.push({ zh: '最多项数应为正整数。', en: 'The most items must be a positive whole number.' });
  }
  if (field.kind === 'choice' || field.kind === 'choices') {
    const source = field.source;
    if (source.from === 'options' && Object.keys(source.options).length === 0) {
      faults.push({ zh: '没有可选项。', en: 'There is nothing to choose from.' });
    }
    if (source.from === 'tree' && source.under !== '' && !names.has(source.under)) {
      faults.push({
        zh: `上级字段“${source.under}”不存在。`,
        en: `There is no field “${source.under}” to choose under.`,
      });
    }
  }
  return faults;
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
    return true;
  } catch {
    return false;
  }
}
