/** Half-open span of the text as given, counted in Unicode code points. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What the reader says of one text: everything found, each with its place, and everything it was not sure of. */
export interface Report {
  readonly about: About;
  readonly likeness: Likeness;
  readonly document: DocumentNode;
  readonly statements: readonly Statement[];
  readonly quantities: readonly Quantity[];
  readonly targets: readonly Target[];
  readonly tasks: readonly Task[];
  readonly items: readonly LivelihoodItem[];
  readonly completion: readonly CompletionRow[];
  readonly glossary: readonly GlossaryEntry[];
  readonly names: readonly NumberName[];
  readonly findings: readonly Finding[];
  readonly doubts: readonly Doubt[];
}

/** Words of the text with their place. */
export interface Quoted extends Span {
  readonly text: string;
}

/** Who reported what, when, to whom; what the text does not say is absent. */
export interface About {
  readonly title?: Quoted;
  /** The place whose government reports: 越秀区, 上海市. */
  readonly district?: Quoted;
  /** The year whose work is planned; the reader's own conclusion, with its reason in `yearFrom`. */
  readonly year?: number;
  readonly yearFrom?: string;
  readonly meeting?: Quoted;
  /** ISO date on which the report was given. */
  readonly date?: string;
  readonly speaker?: Quoted;
  readonly speakerRole?: Quoted;
  readonly script: 'simplified' | 'traditional';
  /** Damage found and read through: pinyin glosses, hard wraps, lost breaks, watermarks, each with how often. */
  readonly damage: readonly { readonly kind: string; readonly count: number }[];
}

/** Whether the text is a work report at all, and the grounds for the answer. */
export interface Likeness {
  readonly kind: 'report' | 'items' | 'completion' | 'other';
  /** 0…1 */
  readonly score: number;
  readonly grounds: readonly Ground[];
}
/** One ground: a fixed code (the door translates it), in favour or against, and what it was seen in. */
export interface Ground {
  readonly code: string;
  readonly speaksFor: boolean;
  readonly seen?: string;
}

export type SectionRole =
  | 'front'
  | 'retrospective'
  | 'problems'
  | 'requirements'
  | 'longPlan'
  | 'plan'
  | 'closing'
  | 'items'
  | 'completion'
  | 'glossary'
  | 'other';

/**
 * A node of the document. Leaves (heading, mark, sentence, cell, chrome, space) tile the text as given: every code point
 * lies in exactly one of them. `chrome` is what belongs to the page and not to the report; `space` is white space between leaves.
 */
export interface DocumentNode extends Span {
  readonly kind:
    | 'document'
    | 'front'
    | 'section'
    | 'appendix'
    | 'table'
    | 'row'
    | 'glossary'
    | 'entry'
    | 'list'
    | 'item'
    | 'paragraph'
    | 'heading'
    | 'mark'
    | 'sentence'
    | 'cell'
    | 'chrome'
    | 'space';
  readonly children: readonly DocumentNode[];
  /** Of sections and appendices: 1 for 一、, 2 for (一), 3 for 1. … */
  readonly level?: number;
  /** The number printed before the heading, item, row or entry. */
  readonly ordinal?: number;
  /** Heading of a section, term of an entry, clean of marks. */
  readonly title?: string;
  readonly role?: SectionRole;
  /** A run-in heading shares its paragraph with the text that follows. */
  readonly runIn?: boolean;
  /** Why the node may be wrong. */
  readonly doubt?: string;
}

export type StatementKind = 'result' | 'problem' | 'requirement' | 'target' | 'task' | 'ceremonial' | 'background';
export type Modality = 'plain' | 'estimate' | 'propose' | 'aim' | 'must' | 'plan' | 'strive' | 'explore';

/** One sentence and what it does. */
export interface Statement extends Span {
  readonly text: string;
  readonly kind: StatementKind;
  readonly role: SectionRole;
  readonly modality: Modality;
  /** 0…1; below 0.6 a doubt is raised too. */
  readonly certainty: number;
}

export type Comparator = '=' | '>=' | '<=' | '~' | 'range';

/** A number with what it counts. */
export interface Quantity extends Span {
  /** As written, comparator and unit included, clean of damage. */
  readonly raw: string;
  /** As written before its scale: 1.6 of 1.6万人次. Of a range the lower end. */
  readonly value: number;
  readonly upper?: number;
  /** As written, scale included: 万人次, 亿元, %, 个百分点; empty where none is written. */
  readonly unit: string;
  /** 1, 1e4, 1e8 …; a percent has 1. */
  readonly scale: number;
  readonly comparator: Comparator;
  /** What the words add to the comparator: strictly over (超, 逾, 余), just below (近). */
  readonly nuance?: 'over' | 'under';
  readonly form:
    | 'count'
    | 'money'
    | 'percent'
    | 'points'
    | 'multiple'
    | 'ratio'
    | 'rank'
    | 'streak'
    | 'duration'
    | 'measure';
  /** Rise or fall of what is counted, signed by the words (下降 → −1). */
  readonly direction?: 1 | -1;
  readonly growth?: { readonly type: 'yoy' | 'annual' | 'cumulative' | 'since' | 'unstated'; readonly base?: string };
  readonly share?: { readonly of?: string };
  readonly rank?: { readonly n: number; readonly scope?: string; readonly band?: boolean };
  readonly streak?: { readonly n: number; readonly unit: string };
  /** 由127项压减为13项: the value before. */
  readonly from?: number;
  /** 每月, 每年, 7×24. */
  readonly frequency?: string;
  /** 40小时/人, 每千人3张. */
  readonly per?: string;
  /** Place in a 分别 list: which subject this number answers. */
  readonly respective?: { readonly index: number; readonly count: number; readonly subject?: string };
  readonly stretch?: boolean;
  readonly provisional?: boolean;
  readonly cumulative?: boolean;
}

export type TargetKind = 'growth' | 'share' | 'cumulative' | 'new' | 'level';

/** A numeric target of the coming period. */
export interface Target extends Span {
  /** Exact words of the text as given, from start to end. */
  readonly quote: string;
  readonly metric: string;
  readonly value: number;
  readonly upper?: number;
  readonly unit: string;
  readonly scale: number;
  readonly comparator: Comparator;
  readonly kind: TargetKind;
  /** ISO date of the last day, where the text states one near the target. */
  readonly deadline: string | null;
  readonly direction?: 1 | -1;
  readonly modality: Modality;
  /** Index of the firm target beside which this stretch goal stands. */
  readonly stretchOf?: number;
  readonly group: 'macro' | 'livelihood' | 'task';
  /** Index into `statements`; of a target in a table or item list, absent. */
  readonly statement?: number;
  readonly doubt?: string;
}

/** A piece of work announced: what will be done to what, by when, measured how. */
export interface Task extends Span {
  readonly quote: string;
  readonly verb: string;
  readonly object: string;
  /** Unit the words point at; a hint, never an assignment. */
  readonly responsible?: string;
  readonly deadline: string | null;
  /** Indices into `targets`; empty: no measure is stated. */
  readonly targets: readonly number[];
  /** A measure without a number: 全覆盖, 完成市下达任务, 与经济增长同步. */
  readonly qualitative?: string;
  readonly section?: string;
}

/** A livelihood item (民生实事) with its numbered parts. */
export interface LivelihoodItem extends Span {
  readonly no: number;
  readonly domain?: string;
  readonly title?: string;
  readonly parts: readonly LivelihoodPart[];
}
export interface LivelihoodPart extends Span {
  readonly no?: number;
  readonly text: string;
  /** Indices into `targets`. */
  readonly targets: readonly number[];
}

/** One row of a table that answers last year's items. */
export interface CompletionRow extends Span {
  readonly no?: number;
  readonly domain?: string;
  readonly title?: string;
  readonly status?: 'done' | 'exceeded' | 'basicallyDone' | 'onSchedule' | 'underway' | 'notDone';
  readonly statusText?: string;
  readonly targetText?: Quoted;
  readonly resultText?: Quoted;
  readonly target?: { readonly value: number; readonly unit: string; readonly comparator: Comparator };
  readonly actual?: { readonly value: number; readonly unit: string };
  /** Share of the plan as printed, in percent. */
  readonly statedPercent?: number;
  readonly results: readonly LivelihoodPart[];
}

/** An entry of the glossary (名词解释). */
export interface GlossaryEntry extends Span {
  readonly no?: number;
  readonly term: string;
  readonly definition: string;
  /** What the definition enumerates: the six 稳 of 六稳. */
  readonly members: readonly string[];
  /** The count in the term (六 of 六稳), where it has one. */
  readonly count?: number;
}

/** A number that is not a quantity, and why. */
export interface NumberName extends Span {
  readonly text: string;
  readonly reason:
    | 'date'
    | 'year'
    | 'period'
    | 'ordinal'
    | 'list-mark'
    | 'policy-code'
    | 'phone'
    | 'standard'
    | 'document-number'
    | 'title-name'
    | 'place-name'
    | 'line-number'
    | 'age'
    | 'version'
    | 'level'
    | 'session'
    | 'slogan'
    | 'item-count'
    | 'page';
}

/** A contradiction or a sum that does not come out; raised, never repaired. */
export interface Finding extends Span {
  readonly code:
    | 'sum'
    | 'sumHolds'
    | 'ratio'
    | 'status'
    | 'unitDiffers'
    | 'statedTwice'
    | 'bodyAndAppendix'
    | 'belowLastResult'
    | 'resultIsTarget'
    | 'memberCount'
    | 'itemCount'
    | 'percentOver'
    | 'dateImpossible';
  readonly params: Readonly<Record<string, string | number>>;
  readonly places: readonly Span[];
}

/** What the reader was not sure of, and why. */
export interface Doubt extends Span {
  readonly code: string;
  readonly text: string;
}
