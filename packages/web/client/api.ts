import type { Value, Values } from '@huying/kit/case';
import type { Definition } from '@huying/kit/compile';
import type { Locale, Words } from '@huying/kit/error';
import type { Field, FieldKind } from '@huying/kit/field';

/** What the server answers, as the browser reads it. Types only: the server's code never comes here. */

export type { Definition, Locale, Value, Values, Words };

/** How a clock stands: `late` stopped after its due time, `red` is past it and still runs. */
export type Light = 'green' | 'yellow' | 'red' | 'paused' | 'done' | 'late';

export interface Named {
  readonly id: string;
  readonly name: Words;
}

export interface Post {
  readonly id: string;
  readonly unit: Named;
  readonly role: string;
  readonly roleName: Words;
  readonly as: 'holder' | 'deputy';
}

export interface District {
  readonly code: string;
  readonly name: Words;
  readonly zone: string;
}

/** Who is signed in, where, and through which posts. `district` and `post` are null until chosen. */
export interface Me {
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly displayName: string;
    readonly locale: Locale;
    readonly mustChangePassword: boolean;
    readonly mustEnrolCode: boolean;
    readonly totp: boolean;
  };
  readonly district: District | null;
  readonly districts: readonly District[];
  readonly post: string | null;
  readonly posts: readonly Post[];
  readonly unread: number;
}

export interface DefinitionEntry {
  readonly type: string;
  readonly name: Words;
  readonly hash: string;
  /** Whether the reader may open one. */
  readonly mayOpen: boolean;
}

export interface WorklistEntry {
  readonly id: string;
  readonly name: Words;
  readonly count: number;
  /** True when there are more than the count says. */
  readonly capped: boolean;
}

export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly title: string;
  readonly state: State;
  readonly matter: Words | null;
  /** Code of the kind of demand, an option of the definition. */
  readonly kind: string | null;
  readonly urgency: string | null;
  readonly unit: Words | null;
  readonly handler: string | null;
  readonly area: Words | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly due: string | null;
  /** When the reader's own step is due, in a list of what is owned. */
  readonly stepDue: string | null;
  readonly light: Light;
  readonly round: number;
  /** How often it was urged. */
  readonly urged: number;
  readonly version: number;
}

export interface CasePage {
  readonly items: readonly CaseRow[];
  readonly next: string | null;
  /** Of a search: how its words were understood and how far was looked. */
  readonly answer?: SearchAnswer;
  /** The name of the unit asked for with what is below it. */
  readonly under?: Words;
}

export type SearchKind = 'number' | 'phone' | 'words' | 'sound';

export interface SearchAnswer {
  readonly looked: readonly SearchKind[];
  /** What was looked at was opened from then on; null: everything was. */
  readonly since: string | null;
  readonly because: 'common' | 'many' | null;
  /** Much came in at once: some of it is found a little later. */
  readonly behind: boolean;
  readonly hint: 'nothing' | 'phone' | null;
  readonly hits: Readonly<Record<string, SearchHit>>;
}

/** What was found in a case, as it stands there in small letters, and the words around it where the title has none of it. */
export interface SearchHit {
  readonly marks: readonly string[];
  readonly around: string | null;
}

export interface State {
  readonly id: string;
  readonly label: Words;
}

export interface Coded {
  readonly code: string;
  readonly label: Words;
}

export interface FieldView {
  readonly name: string;
  readonly label: Words;
  readonly kind: FieldKind;
  readonly value: Value | undefined;
  /** The value in words: the name of a code, a unit, a person. */
  readonly shown: Words | null;
  readonly masked: boolean;
}

export interface ClockView {
  readonly name: string;
  readonly label: Words;
  readonly light: Light;
  readonly due: string | null;
  readonly provisional: boolean;
  /** The first promise, where another stands beside it now. */
  readonly promised: string | null;
  /** This clock is the promise given to the citizen. */
  readonly citizens: boolean;
  readonly sentence: Words;
}

/** One question of an action. */
export interface Asked {
  readonly name: string;
  readonly label: Words;
  readonly field: Field;
  /** The options written in the declaration, in both languages; empty for other sources. */
  readonly options: readonly Coded[];
}

export interface ActionView {
  readonly name: string;
  readonly label: Words;
  readonly allowed: boolean;
  /** Why it is barred: the sentence a refusal would give. */
  readonly reason: Words | null;
  readonly primary: boolean;
  readonly asks: readonly Asked[];
  readonly suggested: Values;
  /** Why it is suggested: the rule of the duty list. */
  readonly because: string | null;
}

export interface Told {
  readonly label: Words;
  readonly text: Words;
}

export interface TimelineEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string | null;
  readonly unit: Words | null;
  readonly what: string;
  readonly label: Words;
  readonly texts: readonly Told[];
  /** Ids of files. */
  readonly files: readonly string[];
  readonly visibility: 'public' | 'internal';
}

export interface PartView {
  readonly id: string;
  readonly unit: Words;
  readonly mandatory: boolean;
  readonly question: string;
  readonly askedAt: string;
  readonly answeredAt: string | null;
  readonly answer: string | null;
  readonly waived: boolean;
}

/** An application that waits for its decision. */
export interface RequestView {
  readonly name: string;
  readonly label: Words;
  readonly at: string;
  readonly by: string | null;
  readonly texts: readonly Told[];
}

export interface PlaceView {
  readonly address: string;
  /** From the street down to the cell. */
  readonly areas: readonly Coded[];
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** Streets so near that the border may be meant. */
  readonly bordering: readonly Coded[];
}

export interface CaseView {
  readonly id: string;
  readonly number: string;
  readonly type: State;
  readonly definition: string;
  readonly version: number;
  readonly title: string;
  readonly state: State;
  readonly result: State | null;
  readonly round: number;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly heldUntil: string | null;
  readonly unit: Named | null;
  readonly handler: { readonly post: string; readonly name: string } | null;
  /** Whose turn it is. */
  readonly owner: Words | null;
  readonly place: PlaceView | null;
  readonly light: Light;
  readonly due: string | null;
  readonly fields: readonly FieldView[];
  readonly clocks: readonly ClockView[];
  readonly actions: readonly ActionView[];
  readonly requests: readonly RequestView[];
  readonly parts: readonly PartView[];
  /** What it has to do with: `of` says what the id is of, `to` at which end of the link that stands. */
  readonly links: readonly {
    readonly kind: string;
    readonly of: string;
    readonly id: string;
    readonly to: 'to' | 'from';
  }[];
  /** How many were merged into it; they are no `links`, but asked for by the page. */
  readonly followers: number;
  readonly timeline: readonly TimelineEntry[];
}

/** What an operation on a case answers: enough to go on from. */
export interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: string;
}

export interface FileEntry {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export interface Choice {
  readonly code: string;
  readonly label: Words;
  readonly parent: string | null;
  readonly hint: Words | null;
  /** False where there is more below it. */
  readonly leaf: boolean;
}

/** An earlier case of the same telephone number. */
export interface EarlierCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly openedAt: string;
  readonly state: string;
}

export interface Notice {
  readonly id: string;
  readonly at: string;
  readonly case: string | null;
  /** What the id is of. */
  readonly about: 'case' | 'promise' | 'plan' | 'blocker';
  readonly number: string | null;
  /** Title of the case, promise or plan; of a blocker, the project's. */
  readonly title: string | null;
  /** `step` for an action; what a rung does otherwise: `warn`, `urge`, `escalate`, `circulate`. */
  readonly does: string;
  readonly label: Words;
  readonly due: string | null;
  readonly readAt: string | null;
}

export interface NoticePage {
  readonly items: readonly Notice[];
  readonly next: string | null;
}

export interface Unread {
  readonly unread: number;
  readonly capped: boolean;
}

export interface ParameterEntry {
  readonly name: string;
  readonly label: Words;
  readonly kind: 'limit' | 'limits' | 'number' | 'text' | 'choice' | 'json';
  readonly value: unknown;
  readonly standard: unknown;
  readonly min?: number;
  readonly max?: number;
  /** What the options of a choice are called. */
  readonly options?: Readonly<Record<string, Words>>;
  /** What the keys of a table, and the codes of a document, are called. */
  readonly keys?: Readonly<Record<string, Words>>;
  readonly editable: boolean;
  readonly editableBy: Words;
  readonly history: readonly ParameterSetting[];
}

export interface ParameterSetting {
  readonly value: unknown;
  readonly effectiveFrom: number;
  readonly setBy: string;
  readonly setAt: number;
  readonly reason: string;
}

/** A unit as the list of units tells it; instants in epoch milliseconds, `to` is the first at which it is no more. */
export interface UnitEntry {
  readonly id: string;
  readonly code: string;
  readonly name: Words;
  readonly parent: string | null;
  readonly from: number;
  readonly to: number | null;
  /** Ids of those that go on with its duties, where it ended and they are on record. */
  readonly successors?: readonly string[];
}

/** An account as administrators see it; instants in epoch milliseconds. */
export interface PersonEntry {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly disabledAt: number | null;
  readonly lockedUntil: number | null;
  readonly posts: readonly {
    readonly id: string;
    readonly unit: { readonly id: string; readonly name?: Words };
    readonly roleName: Words;
  }[];
}

export interface PersonPage {
  readonly items: readonly PersonEntry[];
  readonly next?: string;
}
