import type { Product } from '@huying/kit/compile';
import { type Condition, type Operand, printText } from '@huying/kit/condition';
import type { Locale, Words } from '@huying/kit/error';
import { type FactDeclaration, type FactFieldType, fieldTypes, type Measure, stintKind } from '@huying/kit/measure';

/** The fields that every stint has. */
export const STINT_WORDS: Readonly<Record<string, Words>> = {
  from: { zh: '开始承办时间', en: 'Held since' },
  by: { zh: '开始承办的步骤', en: 'How it began' },
  until: { zh: '结束承办时间', en: 'Held until' },
  outcome: { zh: '承办去向', en: 'How it ended' },
};

/** What `outcome` of a stint may be. */
const OUTCOMES: Readonly<Record<string, Words>> = {
  handed: { zh: '已交出', en: 'handed in' },
  sentBack: { zh: '退回', en: 'sent back' },
  moved: { zh: '改派', en: 'moved to another unit' },
  closed: { zh: '办结', en: 'closed' },
};

/** Says conditions over the facts of a measure in words: fields, states, steps and choices by the names that people know. */
export interface ConditionTeller {
  field(name: string): Words;
  condition(condition: Condition): Words;
}

export function conditionTeller(product: Product, { fact }: Pick<Measure, 'fact'>): ConditionTeller {
  const declaration = product.facts.find((one) => one.kind === fact || stintKind(one) === fact);
  const isStint = declaration?.kind !== fact;
  const types = declaration === undefined ? undefined : fieldTypes(declaration, fact);
  const fieldWords = (name: string): Words =>
    product.words[`facts/${fact}/${name}`] ?? (isStint ? STINT_WORDS[name] : undefined) ?? { zh: name, en: name };
  const valueWords = (name: string, value: string): Words =>
    (isStint && name === 'outcome' ? OUTCOMES[value] : undefined) ??
    product.words[`${declaration?.of}/${placeOf(declaration, isStint, name)}/${value}`] ?? {
      zh: `“${value}”`,
      en: `“${value}”`,
    };
  const teller: Teller = {
    types: types ?? {},
    // In English the name of a field is a phrase of its own, and marked off from the sentence around it.
    field: (name, locale) => (locale === 'zh' ? fieldWords(name).zh : `“${fieldWords(name).en}”`),
    value: (name, value, locale) => valueWords(name, value)[locale],
  };
  return {
    field: fieldWords,
    condition: (condition) => ({ zh: told(condition, teller, 'zh'), en: told(condition, teller, 'en') }),
  };
}

/** Where the words of a field's values stand, below its case type. */
function placeOf(declaration: FactDeclaration | undefined, isStint: boolean, name: string): string {
  if (isStint && name === 'by') return 'actions';
  const field = (isStint ? declaration?.stint?.fields : declaration?.fields)?.[name];
  if (field === undefined) return '';
  if ('data' in field) return `fields/${field.data}`;
  return 'is' in field && field.is === 'state' ? 'states' : 'results';
}

interface Teller {
  readonly types: Readonly<Record<string, FactFieldType>>;
  field(name: string, locale: Locale): string;
  value(name: string, value: string, locale: Locale): string;
}

type Sign = '=' | '<>' | '<' | '<=' | '>' | '>=';

const SIGNS: Readonly<Record<Sign, { readonly instant: Words; readonly other: Words }>> = {
  '=': { instant: { zh: '就是', en: 'is' }, other: { zh: '为', en: 'is' } },
  '<>': { instant: { zh: '不是', en: 'is not' }, other: { zh: '不为', en: 'is not' } },
  '<': { instant: { zh: '早于', en: 'is before' }, other: { zh: '小于', en: 'is less than' } },
  '<=': { instant: { zh: '不晚于', en: 'is not after' }, other: { zh: '不大于', en: 'is at most' } },
  '>': { instant: { zh: '晚于', en: 'is after' }, other: { zh: '大于', en: 'is more than' } },
  '>=': { instant: { zh: '不早于', en: 'is not before' }, other: { zh: '不小于', en: 'is at least' } },
};

function told(tree: Condition, teller: Teller, locale: Locale): string {
  const zh = locale === 'zh';
  if (typeof tree === 'boolean') return tree ? (zh ? '全部' : 'all of them') : zh ? '没有' : 'none of them';
  const whole = (part: Condition) => told(part, teller, locale);
  const grouped = (part: Condition) =>
    isJunction(part) ? (zh ? `（${whole(part)}）` : `(${whole(part)})`) : whole(part);
  const named = ({ property }: { readonly property: string }) => teller.field(property, locale);
  switch (tree.op) {
    case 'and':
      return tree.args.map(grouped).join(zh ? '，并且' : ', and ');
    case 'or':
      return tree.args.map(grouped).join(zh ? '，或者' : ', or ');
    case 'not': {
      const [part] = tree.args;
      if (typeof part !== 'boolean' && part.op === 'isNull')
        return zh ? `有${named(part.args[0])}` : `${named(part.args[0])} is known`;
      return zh ? `不符合（${whole(part)}）` : `not (${whole(part)})`;
    }
    case 'isNull':
      return zh ? `没有${named(tree.args[0])}` : `${named(tree.args[0])} is not known`;
    case 'in': {
      const [subject, values] = tree.args;
      const words = values.map((value) => operandTold(value, subject, teller, locale));
      const one = operandTold(subject, subject, teller, locale);
      if (zh) return `${one}为${words.join('、')}${words.length > 1 ? '之一' : ''}`;
      return `${one} is ${words.length > 1 ? 'one of ' : ''}${words.join(', ')}`;
    }
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const [left, right] = tree.args;
      const isInstant = nameOf(left) !== null && teller.types[nameOf(left) ?? ''] === 'instant';
      const sign = SIGNS[tree.op][isInstant ? 'instant' : 'other'][locale];
      const [one, other] = [operandTold(left, right, teller, locale), operandTold(right, left, teller, locale)];
      return zh ? `${one}${sign}${other}` : `${one} ${sign} ${other}`;
    }
    default:
      // Patterns, ranges, lists and boxes stand in no measure; one that comes is told as it is written.
      return printText(tree);
  }
}

const isJunction = (tree: Condition) => typeof tree !== 'boolean' && (tree.op === 'and' || tree.op === 'or');

const nameOf = (operand: Operand): string | null =>
  typeof operand === 'object' && 'property' in operand ? operand.property : null;

/** An operand in words; a text is a value of the field that it is compared with. */
function operandTold(operand: Operand, other: Operand, teller: Teller, locale: Locale): string {
  const name = nameOf(operand);
  if (name !== null) return teller.field(name, locale);
  if (typeof operand === 'string') return teller.value(nameOf(other) ?? '', operand, locale);
  if (typeof operand === 'boolean') return locale === 'zh' ? (operand ? '是' : '否') : operand ? 'yes' : 'no';
  if (typeof operand === 'number') return String(operand);
  if ('timestamp' in operand) return operand.timestamp;
  return 'date' in operand ? operand.date : '';
}
