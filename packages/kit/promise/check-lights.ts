import type { Words } from '../error/index.ts';
import {
  type Asked,
  isOptions,
  type LightInput,
  type LightRule,
  type LightRuleSet,
  meets,
  type NumberRange,
  type When,
} from './light.ts';

/** A case that a promise may be in: a value for every input. */
export type LightCase = Readonly<Record<string, number | string | boolean>>;

/** Why a rule set cannot be used. A hole and an overlap show a case as an example. */
export type LightFault =
  /** No rule says anything of this case. */
  | { readonly fault: 'hole'; readonly example: LightCase }
  /** Two rules both hold. */
  | { readonly fault: 'overlap'; readonly rules: readonly [string, string]; readonly example: LightCase }
  /** A rule asks for an input that is not declared, or asks of it what cannot be asked. */
  | { readonly fault: 'input'; readonly rule: string; readonly input: string }
  /** A rule that never holds. */
  | { readonly fault: 'never'; readonly rule: string }
  /** Two rules of one id, or an input whose domain is empty. */
  | { readonly fault: 'twice'; readonly rule: string }
  | { readonly fault: 'domain'; readonly input: string };

/** Holes told at most; one alone bars the set. */
const HOLES = 8;

/**
 * Proves that exactly one rule holds for every case of the declared inputs, or shows where none or two do. Exact, not a sample: between two
 * bounds that rules name, all values are alike, so each bound and one value of each stretch between stand for all there are.
 */
export function checkLights(set: LightRuleSet): readonly LightFault[] {
  const misdeclared = misdeclaredIn(set);
  if (misdeclared.length > 0) return misdeclared;
  const names = Object.keys(set.inputs);
  const axes = names.map((name) => stretchesOf(set.inputs[name] as LightInput, asksOf(set, name)));
  const holes: LightFault[] = [];
  const overlaps = new Map<string, LightFault>();
  const used = new Set<string>();
  const clauses = set.rules.flatMap((rule) => rule.when.map((when): Clause => ({ rule, when })));
  const walk = (depth: number, left: readonly Clause[], so: Record<string, number | string | boolean>): void => {
    const settled = left.filter(({ when }) => !names.slice(depth).some((name) => when[name] !== undefined));
    const ids = [...new Set(settled.map(({ rule }) => rule.id))];
    for (const id of ids) used.add(id);
    const example = () => ({
      ...so,
      ...Object.fromEntries(names.slice(depth).map((name, at) => [name, axes[depth + at]?.[0] ?? 0])),
    });
    if (left.length === 0) {
      if (holes.length < HOLES) holes.push({ fault: 'hole', example: example() });
      return;
    }
    const [one, other] = ids;
    if (one !== undefined && other !== undefined && !overlaps.has(`${one} ${other}`)) {
      overlaps.set(`${one} ${other}`, { fault: 'overlap', rules: [one, other], example: example() });
    }
    // All that is left belongs to one rule, which holds already.
    if (one !== undefined && left.every(({ rule }) => rule.id === one)) return;
    const name = names[depth];
    if (name === undefined) return;
    for (const value of axes[depth] ?? []) {
      so[name] = value;
      walk(
        depth + 1,
        left.filter(({ when }) => when[name] === undefined || meets(when[name], value)),
        so,
      );
    }
    delete so[name];
  };
  walk(0, clauses, {});
  const idle = set.rules.filter(({ id }) => !used.has(id)).map(({ id }): LightFault => ({ fault: 'never', rule: id }));
  return [...holes, ...overlaps.values(), ...idle];
}

interface Clause {
  readonly rule: LightRule;
  readonly when: When;
}

/** What is wrong with a rule set, in words of both languages. */
export function lightFaultWords(set: LightRuleSet, fault: LightFault): Words {
  const told = (example: LightCase) =>
    Object.entries(example)
      .map(([name, value]) => `${name} = ${value}`)
      .join(', ');
  const toldZh = (example: LightCase) =>
    Object.entries(example)
      .map(([name, value]) => valueZh(set.inputs[name], name, value))
      .join('，');
  switch (fault.fault) {
    case 'hole':
      return { zh: `${toldZh(fault.example)}时没有亮灯规则。`, en: `No rule says anything of ${told(fault.example)}.` };
    case 'overlap': {
      const [one, other] = fault.rules;
      return {
        zh: `${toldZh(fault.example)}时，规则“${one}”与“${other}”同时成立。`,
        en: `Of ${told(fault.example)} both “${one}” and “${other}” hold.`,
      };
    }
    case 'input':
      return {
        zh: `规则“${fault.rule}”用到的“${fault.input}”未声明，或不能这样问。`,
        en: `“${fault.rule}” asks of “${fault.input}” what cannot be asked.`,
      };
    case 'never':
      return { zh: `规则“${fault.rule}”永不成立。`, en: `“${fault.rule}” never holds.` };
    case 'twice':
      return { zh: `有两条规则同名“${fault.rule}”。`, en: `Two rules are named “${fault.rule}”.` };
    case 'domain':
      return { zh: `“${fault.input}”的取值范围为空。`, en: `“${fault.input}” can have no value.` };
  }
}

function valueZh(input: LightInput | undefined, name: string, value: number | string | boolean): string {
  if (input?.kind === 'choice') return `${input.label}为${input.options[String(value)] ?? value}`;
  if (input?.kind === 'yesNo') return `${input.label}为${value === true ? '是' : '否'}`;
  return `${input?.label ?? name}为${value}${input?.unit ?? ''}`;
}

function misdeclaredIn({ inputs, rules }: LightRuleSet): readonly LightFault[] {
  const found: LightFault[] = [];
  for (const [name, input] of Object.entries(inputs)) {
    const empty =
      input.kind === 'number'
        ? input.min !== null && input.max !== null && input.min > input.max
        : input.kind === 'choice' && Object.keys(input.options).length === 0;
    if (empty) found.push({ fault: 'domain', input: name });
  }
  const seen = new Set<string>();
  for (const { id, when } of rules) {
    if (seen.has(id)) found.push({ fault: 'twice', rule: id });
    seen.add(id);
    for (const all of when) {
      for (const [name, asked] of Object.entries(all)) {
        if (!isAskable(inputs[name], asked)) found.push({ fault: 'input', rule: id, input: name });
      }
    }
  }
  return found;
}

function isAskable(input: LightInput | undefined, asked: Asked): boolean {
  if (input === undefined) return false;
  if (input.kind === 'yesNo') return typeof asked === 'boolean';
  if (input.kind === 'choice') return isOptions(asked) && asked.every((option) => Object.hasOwn(input.options, option));
  return typeof asked === 'object' && !isOptions(asked);
}

function asksOf({ rules }: LightRuleSet, name: string): readonly Asked[] {
  return rules.flatMap(({ when }) => when.flatMap((all) => (all[name] === undefined ? [] : [all[name]])));
}

/** Values that stand for all: one of each set of values that every rule treats alike. */
function stretchesOf(input: LightInput, asks: readonly Asked[]): readonly (number | string | boolean)[] {
  const alike = new Map<string, number | string | boolean>();
  for (const value of valuesOf(input, asks)) {
    const answers = asks.map((asked) => meets(asked, value)).join();
    if (!alike.has(answers)) alike.set(answers, value);
  }
  return [...alike.values()];
}

/** Of a number every bound that is named, and one value of each stretch between, below and above. */
function valuesOf(input: LightInput, asks: readonly Asked[]): readonly (number | string | boolean)[] {
  if (input.kind === 'yesNo') return [true, false];
  if (input.kind === 'choice') return Object.keys(input.options);
  const { min, max, whole } = input;
  const inside = (value: number) => (min === null || value >= min) && (max === null || value <= max);
  const ends = [min, max].filter((end) => end !== null);
  const marks = [...new Set([...asks.flatMap((asked) => boundsOf(asked as NumberRange)), ...ends])]
    .filter(inside)
    .sort((a, b) => a - b);
  const last = marks.length - 1;
  const near = (mark: number, at: number) => [
    at === 0 ? mark - 1 : (mark + (marks[at - 1] ?? mark)) / 2,
    mark,
    ...(at === last ? [mark + 1] : []),
  ];
  const wholeNear = (mark: number) => [Math.ceil(mark) - 1, Math.floor(mark), Math.ceil(mark), Math.floor(mark) + 1];
  const kept = [...new Set(marks.flatMap(whole ? wholeNear : near))].filter(inside).sort((a, b) => a - b);
  return kept.length > 0 ? kept : [0];
}

function boundsOf({ over, from, to, under }: NumberRange): readonly number[] {
  return [over, from, to, under].filter((bound) => bound !== undefined);
}
