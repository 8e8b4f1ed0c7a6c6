/** Colours of lights, the best first. Blue is a first warning, or what is being watched. */
export const LIGHTS = ['green', 'blue', 'yellow', 'orange', 'red'] as const;
export type Light = (typeof LIGHTS)[number];

/** 0 is green, 4 is red. */
export function severityOf(light: Light): number {
  return LIGHTS.indexOf(light);
}

/** A number's range; a bound left out does not bound. `over` and `under` exclude their bound, `from` and `to` include it. */
export interface NumberRange {
  readonly over?: number;
  readonly from?: number;
  readonly to?: number;
  readonly under?: number;
}

/** What a rule asks of one input: a number within a range, one of some options, yes or no. */
export type Asked = NumberRange | readonly string[] | boolean;

/** Inputs that must all be so. An input not named may be anything. */
export type When = Readonly<Record<string, Asked>>;

export type LightInput =
  | {
      readonly kind: 'number';
      readonly label: string;
      readonly unit: string;
      /** Both included; null where there is none. */
      readonly min: number | null;
      readonly max: number | null;
      /** True for counts. */
      readonly whole: boolean;
    }
  | { readonly kind: 'choice'; readonly label: string; readonly options: Readonly<Record<string, string>> }
  | { readonly kind: 'yesNo'; readonly label: string };

export interface LightRule {
  readonly id: string;
  /** It holds where any of these holds. */
  readonly when: readonly When[];
  readonly light: Light;
  /** Why the light is so, told beside it. Plain Chinese. */
  readonly words: string;
}

/** A rule of lights as data. Texts are plain Chinese; their English stands in the app's side file under `lights/<id>/…`. */
export interface LightRuleSet {
  readonly id: string;
  readonly label: string;
  /** Where it was published: place, date, paper. */
  readonly source: string;
  readonly inputs: Readonly<Record<string, LightInput>>;
  readonly rules: readonly LightRule[];
  /** What follows from a light. */
  readonly consequence?: string;
  /** For one shown as it was published although it cannot be used: it is not complete, or says two things at once. */
  readonly faulty?: true;
  /** The published set it mends. */
  readonly mends?: string;
}

/** What is known of a promise, by input; null or absent where there are no data. */
export type LightInputs = Readonly<Record<string, number | string | boolean | null>>;

export interface Lit {
  readonly light: Light;
  /** The rule that gave it. */
  readonly rule: string;
  readonly words: string;
}

/** Declares a rule set; what a rule asks of an input that is not declared does not compile. */
export function defineLights<const Inputs extends Readonly<Record<string, LightInput>>>(
  set: Omit<LightRuleSet, 'inputs' | 'rules'> & {
    readonly inputs: Inputs;
    readonly rules: readonly (Omit<LightRule, 'when'> & {
      readonly when: readonly { readonly [Name in keyof Inputs]?: AskedOf<Inputs[Name]> }[];
    })[];
  },
): LightRuleSet {
  return set as LightRuleSet;
}

type AskedOf<Input extends LightInput> = Input extends { readonly kind: 'number' }
  ? NumberRange
  : Input extends { readonly kind: 'choice'; readonly options: infer Options }
    ? readonly (keyof Options & string)[]
    : boolean;

/**
 * The light that a set gives: of the rule that surely holds. Null where the data do not suffice to say; a missing value is no zero, but a
 * rule that does not ask for it holds without it. In a set that was proven exclusive one rule holds at most.
 */
export function lightOf(set: LightRuleSet, inputs: LightInputs): Lit | null {
  for (const { id, when, light, words } of set.rules) {
    if (when.some((all) => holdsAll(set, all, inputs))) return { light, rule: id, words };
  }
  return null;
}

function holdsAll(set: LightRuleSet, all: When, inputs: LightInputs): boolean {
  for (const name in all) {
    const input = set.inputs[name];
    const value = inputs[name];
    const asked = all[name];
    if (input === undefined || asked === undefined || value === undefined || value === null) return false;
    if (!isWithin(input, value) || !meets(asked, value)) return false;
  }
  return true;
}

/** True for a value that the input may have. */
export function isWithin(input: LightInput, value: number | string | boolean): boolean {
  if (input.kind === 'yesNo') return typeof value === 'boolean';
  if (input.kind === 'choice') return typeof value === 'string' && Object.hasOwn(input.options, value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (input.whole && !Number.isInteger(value)) return false;
  return (input.min === null || value >= input.min) && (input.max === null || value <= input.max);
}

/** True where a value is as asked. Numbers are compared to nine places, so that ten points below are ten points below however reckoned. */
export function meets(asked: Asked, value: number | string | boolean): boolean {
  if (typeof asked === 'boolean') return asked === value;
  if (isOptions(asked)) return typeof value === 'string' && asked.includes(value);
  if (typeof value !== 'number') return false;
  const number = steady(value);
  if (asked.over !== undefined && !(number > asked.over)) return false;
  if (asked.from !== undefined && !(number >= asked.from)) return false;
  if (asked.to !== undefined && !(number <= asked.to)) return false;
  return asked.under === undefined || number < asked.under;
}

export function isOptions(asked: Asked): asked is readonly string[] {
  return Array.isArray(asked);
}

/** A number without the dust of binary arithmetic. */
export function steady(value: number): number {
  return Math.abs(value) < 1e6 ? Math.round(value * 1e9) / 1e9 : value;
}
