import type { Party } from '../access/index.ts';
import type { Condition } from '../condition/index.ts';
import type { Field, Fields } from '../field/index.ts';
import type { MergingSpec } from './merging.ts';

/** Where a clock's limit comes from when it starts. */
export type LimitSource<Field extends string = string> =
  /** A parameter holding a limit text, e.g. `15分钟`. */
  | { readonly from: 'parameter'; readonly name: string }
  /** The filing condition chosen in a field; its limit may have stages (围护 → 修复 → 恢复). Falls back where none is chosen or it names no limit. */
  | { readonly from: 'filingCondition'; readonly field: Field; readonly otherwise: LimitSource<Field> }
  /**
   * A parameter holding a table of limit texts, keyed by a field's value; the key `*` stands for the rest. Where the field is not
   * filled in, what `otherwise` says.
   */
  | { readonly from: 'table'; readonly name: string; readonly by: Field; readonly otherwise?: LimitSource<Field> }
  /**
   * An instant that the case brought along or a person set: the city's deadline, the end of a hold. Where it is absent, what
   * `otherwise` says; without that, no clock.
   */
  | { readonly from: 'given'; readonly field: Field | 'heldUntil'; readonly otherwise?: LimitSource<Field> };

/** What a rung does when its time comes. `act` performs an action of the case as the system. */
export type RungDeed<Action extends string = string> =
  | { readonly do: 'warn' | 'urge' | 'escalate' | 'circulate'; readonly to: readonly Party[] }
  | { readonly do: 'act'; readonly action: Action };

/** A point of a clock at which something fires, once: a fraction of the budget, or a limit beyond its end. */
export type Rung<Action extends string = string> = RungDeed<Action> & {
  readonly name: string;
  readonly at: number;
  readonly plus?: string;
};

/**
 * A fact of a case that conditions may name; `factsOf` answers them. What an action asks and what parameters there are
 * `compile` checks at boot.
 */
export type FactName<
  Field extends string = string,
  Clock extends string = string,
  Request extends string = string,
  Action extends string = string,
> =
  | 'state'
  | 'result'
  | 'round'
  | 'stage'
  | 'unit'
  | 'handler'
  | 'acting.role'
  | 'parts.open'
  | 'parts.asked'
  | 'stages.left'
  | `data.${Field}`
  | `asked.${string}`
  | `days.${string}`
  | `count.${Action}`
  | `pending.${Request}`
  | `clock.${Clock}.late`
  | `parameter.${string}`;

interface ClockBase<Field extends string, Fact extends string> {
  readonly label: string;
  readonly limit: LimitSource<Field>;
  /** Kept inside an instant of the case: the district's own time ends this much (a parameter's limit text) before it. */
  readonly inside?: { readonly field: Field; readonly margin: string };
  /** Does not start for cases of which this holds: nobody can be called back who left no number. */
  readonly unless?: Condition<Fact>;
  /** A new handling unit starts afresh; the same unit resumes. */
  readonly perUnit?: true;
  /** Told to the citizen as the promise; exactly one clock of a type may be. */
  readonly promised?: true;
}

/** A clock that someone answers for: it has rungs, and the last of them reaches a person. */
export interface AnsweredClock<State extends string, Action extends string, Field extends string, Fact extends string>
  extends ClockBase<Field, Fact> {
  readonly runs: readonly State[];
  readonly pauses?: readonly State[];
  readonly rungs: readonly Rung<Action>[];
}

/** A clock that runs while an application waits for its decision. */
export interface RequestClock<Request extends string, Action extends string, Field extends string, Fact extends string>
  extends ClockBase<Field, Fact> {
  readonly whilePending: Request;
  readonly rungs: readonly Rung<Action>[];
}

/** A time within which something may still be done (send back, reopen); nothing fires, guards ask whether it has passed. */
export interface WindowClock<State extends string, Field extends string, Fact extends string>
  extends ClockBase<Field, Fact> {
  readonly window: readonly State[];
}

export type ClockSpec<
  State extends string = string,
  Request extends string = string,
  Action extends string = string,
  Field extends string = string,
  Fact extends string = FactName,
> =
  | AnsweredClock<State, Action, Field, Fact>
  | RequestClock<Request, Action, Field, Fact>
  | WindowClock<State, Field, Fact>;

/** What an action does to the case besides storing what it asks and moving it. `when` sees this very step counted. */
export type Effect<
  Result extends string = string,
  Clock extends string = string,
  Request extends string = string,
  Fact extends string = FactName,
> = EffectBody<Result, Clock, Request> & { readonly when?: Condition<Fact> };

type EffectBody<Result extends string, Clock extends string, Request extends string> =
  /** Gives the case to `asked.unit`; nobody inside is assigned yet. */
  | { readonly do: 'dispatch' }
  /** Names `asked.handler`, a post of the handling unit. */
  | { readonly do: 'assign' }
  /** Takes the handler off and voids the applications that the handling side has open. */
  | { readonly do: 'release'; readonly voids: readonly Request[] }
  | { readonly do: 'open'; readonly request: Request }
  | { readonly do: 'settle'; readonly request: Request }
  /** Adds the `days` asked for in the application to the current due of the clocks. */
  | { readonly do: 'extend'; readonly request: Request; readonly clocks: readonly Clock[] }
  /** Holds until the `until` asked for in the application; leaving the state of holding ends it. */
  | { readonly do: 'hold'; readonly request: Request }
  /** What the clock waited for was done: it stops for this unit and this opening of the case. */
  | { readonly do: 'meet'; readonly clock: Clock }
  /** One more round for the same unit. */
  | { readonly do: 'rework' }
  | { readonly do: 'nextStage'; readonly clock: Clock }
  /** Starts the clock afresh with the limit the case has now; what was promised first stays beside it. */
  | { readonly do: 'restart'; readonly clock: Clock }
  /** Asks `asked.assisting` to assist with `asked.question`; `asked.mandatory` says that the case waits for the answer. */
  | { readonly do: 'askUnit' }
  /** Takes `asked.answer` of the unit that acts. */
  | { readonly do: 'answerUnit' }
  /** Goes on without the answer of `asked.assisting`. */
  | { readonly do: 'waiveUnit' }
  | { readonly do: 'result'; readonly is: Result }
  /** Takes `asked.result`. */
  | { readonly do: 'resultAsked' };

/** A state to go to if a condition holds, in which this very step counts as done. */
export interface Branch<State extends string, Fact extends string = FactName> {
  readonly when: Condition<Fact>;
  readonly to: State;
}

/** The first branch whose condition holds is taken; the last has none, so that every case goes somewhere. */
export type Branches<State extends string, Fact extends string = FactName> = readonly [
  ...(readonly Branch<State, Fact>[]),
  { readonly when?: never; readonly to: State },
];

/** A reason for which an action is barred, as long as its condition holds. */
export interface Guard<Fact extends string = FactName> {
  readonly name: string;
  readonly barredWhen: Condition<Fact>;
  /** Plain Chinese, told beside the greyed button. */
  readonly because: string;
}

/** What goes to the platform a case came from after an action. */
export type PartnerMessage = 'signed' | 'reply' | 'return' | 'extension' | 'call-back' | 'progress';

/**
 * An official number that an action gives to a field of the case, which then nobody types: one series each year for every value that the
 * parameter `series` (a table) gives to the field `by`, from 1 and without gaps. The parameter `pattern` (a table by series, `*` for the rest)
 * writes it, `{year}` and `{n}` filled in.
 */
export interface NumberGiven {
  readonly field: string;
  readonly by: string;
  readonly series: string;
  readonly pattern: string;
}

export interface ActionSpec<
  State extends string = string,
  Result extends string = string,
  Clock extends string = string,
  Request extends string = string,
  Fact extends string = FactName,
> {
  readonly label: string;
  /** The states it is offered in; `open` stands for every state that is not an end. */
  readonly in: readonly State[] | 'open';
  /** Absent: the case stays where it is. */
  readonly to?: State | Branches<State, Fact>;
  readonly by: readonly Party[];
  readonly ask?: Fields;
  readonly guards?: readonly Guard<Fact>[];
  /** Name of a parameter: how often this may be done to one case. */
  readonly atMost?: string;
  readonly effects?: readonly Effect<Result, Clock, Request, Fact>[];
  readonly tells?: readonly Party[];
  /** Name of the text sent to the caller by SMS. */
  readonly informs?: string;
  readonly sends?: PartnerMessage;
  /** The line of the public timeline; absent: the public does not see this step. */
  readonly public?: string;
  /** Asked fields whose values the public line shows. */
  readonly publicAsks?: readonly string[];
  /** The one action a state's owner usually takes. */
  readonly primary?: true;
  readonly numbers?: NumberGiven;
  /** Marks the act of verifying; only parties outside the handling unit may hold it. */
  readonly verifies?: true;
}

/** An application within a case that someone must decide or answer: an extension, a hold, a press. */
export interface RequestSpec {
  readonly label: string;
  readonly owner: Party;
}

/** Fields that some parties must not see, and when: the caller, from the unit complained of. */
export interface Concealment<Field extends string = string, Fact extends string = FactName> {
  readonly fields: readonly Field[];
  readonly from: 'handlingSide' | 'complainedUnit';
  readonly when?: Condition<Fact>;
}

export interface CaseSpec<
  F extends Fields,
  State extends string,
  End extends State,
  Result extends string,
  Clock extends string,
  Request extends string,
  Action extends string,
> {
  readonly id: string;
  readonly name: string;
  /** Leads the human number, e.g. `HX` in HX-20260701-000123. */
  readonly numberPrefix: string;
  readonly fields: F;
  /** The field that holds the place, the one that titles the case, and those that name matter and filing condition. */
  readonly roles: {
    readonly title: NoInfer<keyof F & string>;
    readonly place: NoInfer<keyof F & string>;
    readonly matter: NoInfer<keyof F & string>;
    readonly condition?: NoInfer<keyof F & string>;
    readonly callerPhone?: NoInfer<keyof F & string>;
    readonly complainedUnit?: NoInfer<keyof F & string>;
  };
  /** Fields filled in when a case is opened; the others are asked by actions. */
  readonly intake: readonly NoInfer<keyof F & string>[];
  /** The people who may open one, besides the program itself and the platforms it is joined to. */
  readonly openedBy: readonly Party[];
  /** People who see every case of this type, and no others, though their role's queue is `none`. */
  readonly seenBy?: readonly Party[];
  readonly states: Readonly<Record<State, string>>;
  readonly ends: readonly End[];
  /** Where a new case starts. */
  readonly opens: Exclude<NoInfer<State>, NoInfer<End>>;
  /** In this state a case waits for a date and nobody handles it. */
  readonly holds?: readonly NoInfer<State>[];
  readonly results: Readonly<Record<Result, string>>;
  /** The fields that must be asked on the way to an end, besides the result. */
  readonly closingDemands: readonly NoInfer<keyof F & string>[];
  /**
   * States in which the case counts as closed for the citizen, besides the ends. Going back from there to work reopens it:
   * the result is void, and one more round begins.
   */
  readonly closedFrom: readonly NoInfer<State>[];
  readonly owner: Readonly<Record<Exclude<NoInfer<State>, NoInfer<End>>, Party>>;
  readonly requests: Readonly<Record<Request, RequestSpec>>;
  readonly clocks: Readonly<
    Record<
      Clock,
      ClockSpec<
        NoInfer<State>,
        NoInfer<Request>,
        NoInfer<Action>,
        NoInfer<keyof F & string>,
        NoInfer<FactName<keyof F & string, Clock, Request, Action>>
      >
    >
  >;
  /** The clock of each unit asked to assist. */
  readonly partClock?: {
    readonly label: string;
    readonly limit: LimitSource<NoInfer<keyof F & string>>;
    readonly rungs: readonly Rung<NoInfer<Action>>[];
  };
  readonly actions: Readonly<
    Record<
      Action,
      ActionSpec<
        NoInfer<State>,
        NoInfer<Result>,
        NoInfer<Clock>,
        NoInfer<Request>,
        NoInfer<FactName<keyof F & string, Clock, Request, Action>>
      >
    >
  >;
  /** Absent: cases of this type are never merged. */
  readonly merging?: MergingSpec<NoInfer<State>, NoInfer<Result>, NoInfer<Action>>;
  readonly conceals?: readonly Concealment<
    NoInfer<keyof F & string>,
    NoInfer<FactName<keyof F & string, Clock, Request, Action>>
  >[];
}

/** A case type as the engine sees it: names as plain strings, everything said. */
export type CaseType = Omit<
  CaseSpec<Readonly<Record<string, Field>>, string, string, string, string, string, string>,
  'roles' | 'intake' | 'owner' | 'opens'
> & {
  readonly opens: string;
  readonly owner: Readonly<Record<string, Party>>;
  readonly roles: {
    readonly title: string;
    readonly place: string;
    readonly matter: string;
    readonly condition?: string;
    readonly callerPhone?: string;
    readonly complainedUnit?: string;
  };
  readonly intake: readonly string[];
};

/**
 * Declares a case type. Field, state, result, clock, application and action names are inferred from their own keys and
 * checked wherever they are named, so that a typo does not compile. What types cannot see (can every call be answered?)
 * `compile` checks at boot.
 */
export function defineCase<
  const F extends Fields,
  const State extends string,
  const End extends State,
  const Result extends string,
  const Clock extends string,
  const Request extends string,
  const Action extends string,
>(
  spec: CaseSpec<F, State, End, Result, Clock, Request, Action>,
): CaseSpec<F, State, End, Result, Clock, Request, Action> {
  return spec;
}
