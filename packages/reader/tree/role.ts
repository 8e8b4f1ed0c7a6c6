import type { SectionRole } from '../report.ts';
import { type Cue, closesProblems, cueOf, cueRole, givesThanks, isLong, opensProblems } from './cue.ts';
import type { Line } from './line.ts';
import type { Place } from './outline.ts';
import { tenseOf } from './tense.ts';
import { titleRole } from './title-role.ts';

/** The role of every sentence of a line; its heading, if it has one, shares that of the first. */
export interface LineRoles {
  readonly sentences: readonly SectionRole[];
}

export interface Setting {
  /** The year whose work is planned. */
  readonly year: number | undefined;
  /** The text is a list of items; what stands before it is front. */
  readonly isList: boolean;
  readonly isAddressed: boolean;
}

interface Say {
  readonly cue: Cue | undefined;
  /** It opens its paragraph, a bare address aside. */
  readonly opens: boolean;
  readonly text: string;
}

const isAhead = (role: SectionRole): boolean => role === 'plan' || role === 'longPlan' || role === 'requirements';

/**
 * Roles of the lines `body`: from headings first, then from what the paragraphs say, so that a text which lost its headings still
 * falls into past, problems and plan.
 */
export function rolesOf(
  lines: readonly Line[],
  body: readonly number[],
  places: readonly Place[],
  setting: Setting,
): Map<number, LineRoles> {
  const roles = new Map<number, LineRoles>();
  if (setting.isList) {
    for (const at of body) roles.set(at, { sentences: (lines[at]?.ends ?? []).map(() => 'front' as const) });
    return roles;
  }
  const walk = new Walk(lines, body, places, setting);
  for (const [nth, at] of body.entries()) roles.set(at, { sentences: walk.line(nth) });
  dropTail(lines, body, roles);
  return roles;
}

/** Goes through the report once and remembers where it has come to. */
class Walk {
  readonly #lines: readonly Line[];
  readonly #body: readonly number[];
  readonly #year: number | undefined;
  readonly #isAddressed: boolean;
  readonly #placeAt: ReadonlyMap<number, Place>;
  readonly #open: { readonly level: number; readonly role: SectionRole }[] = [];
  /** The last main heading that looks ahead: what stands before it needs no cue to be told from it. */
  readonly #lastAhead: number;
  /** The first line that tells of problems; the past lies before it. */
  readonly #firstProblems: number;
  #role: SectionRole;
  /** Problems were told of; what follows looks ahead unless a heading says otherwise. */
  #pastProblems = false;
  /** That the walk has come to the plan was concluded and not read. */
  #isAssumed = false;

  constructor(
    lines: readonly Line[],
    body: readonly number[],
    places: readonly Place[],
    { year, isAddressed }: Setting,
  ) {
    this.#lines = lines;
    this.#body = body;
    this.#year = year;
    this.#isAddressed = isAddressed;
    this.#placeAt = new Map(places.map((place) => [place.line, place]));
    this.#lastAhead =
      places.findLast(({ title, level }) => level === 1 && isAhead(titleRole(title, year) ?? 'other'))?.line ?? -1;
    this.#firstProblems = body.findIndex((at) => opensProblems(lines[at]?.text.slice(0, 80) ?? ''));
    this.#role = isAddressed ? 'retrospective' : 'front';
  }

  /** The last paragraph told of problems and has not said that they will be dealt with. */
  #problemsGoOn = 0;

  line(nth: number): SectionRole[] {
    const at = this.#body[nth] ?? -1;
    const line = this.#lines[at];
    if (line === undefined) return [];
    const place = this.#placeAt.get(at);
    const says = this.#saysOf(line, place !== undefined);
    if (place !== undefined) this.#enter(place, nth);
    else if (this.#role === 'front' && this.#speaks(line.text)) this.#begin(nth, says[0]?.cue);
    else if (
      this.#problemsGoOn > 0 &&
      !says.some(({ cue }) => cue !== undefined && cue !== 'problems') &&
      !/^各位代表/.test(line.text)
    ) {
      this.#problemsGoOn = says.some(({ text }) => closesProblems(text)) ? 0 : this.#problemsGoOn - 1;
      return says.map(() => 'problems');
    } else if (
      this.#pastProblems &&
      this.#role === 'retrospective' &&
      says[0]?.cue === undefined &&
      line.text.length > 60
    )
      this.#turn(line, at);
    return this.#sentences(nth, at, says);
  }

  /** A paragraph long enough to be of the report; in a cutting also a short one that plainly announces. */
  #speaks(text: string): boolean {
    return (
      text.length > 120 ||
      (!this.#isAddressed && text.length > 40 && /[。；：]$/.test(text) && tenseOf(text, this.#year) > 0.45)
    );
  }

  #saysOf({ text, ends }: Line, hasHeading: boolean): Say[] {
    let from = 0;
    let opens = true;
    return ends.map((end, nth) => {
      const sentence = text.slice(from, end).trimEnd();
      from = end;
      const say = {
        text: sentence,
        opens,
        cue: hasHeading && nth === 0 ? undefined : cueOf(sentence, opens, this.#year),
      };
      opens &&= /^各位代表[！，：]?$/.test(sentence);
      return say;
    });
  }

  /** A text without an address begins with the past, unless its words plainly look ahead and no problems are told of later. */
  #begin(nth: number, cue: Cue | undefined): void {
    const isPast = cue === 'past' || this.#firstProblems > nth || this.#tense(nth) < 0.5;
    this.#role = isPast ? 'retrospective' : 'plan';
  }

  /** Behind the problems a paragraph that announces begins the plan even where no cue says so. */
  #turn({ text }: Line, at: number): void {
    if (tenseOf(text, this.#year) > (at < this.#lastAhead ? 0.4 : 0.2)) this.#assume(text);
  }

  /** Takes what follows for the plan though nothing said so yet. */
  #assume(text: string): void {
    this.#role = isLong(text, this.#year) ? 'longPlan' : 'plan';
    this.#isAssumed = true;
  }

  /** Whether the lines from the `nth` on tell or announce. */
  #tense(nth: number): number {
    let sample = '';
    for (let next = nth; next < this.#body.length && sample.length < 1500; next += 1)
      sample += this.#lines[this.#body[next] ?? -1]?.text.slice(0, 1500) ?? '';
    return tenseOf(sample, this.#year);
  }

  #enter(place: Place, nth: number): void {
    const said = titleRole(place.title, this.#year);
    while ((this.#open.at(-1)?.level ?? 0) >= place.level) this.#open.pop();
    const above = this.#open.at(-1)?.role;
    const role = this.#sectionRole(place, nth, said, above);
    if (role === 'problems') this.#pastProblems = true;
    this.#role = role;
    this.#open.push({ level: place.level, role });
  }

  #sectionRole(place: Place, nth: number, said: SectionRole | undefined, above: SectionRole | undefined): SectionRole {
    const role = this.#role;
    const looksAhead = isAhead(role) || role === 'closing';
    if (place.level === 1 && (place.style !== 'bare' || said !== undefined)) {
      if (said !== undefined) return said;
      if (looksAhead || this.#pastProblems) return 'plan';
      if (this.#firstProblems > nth || role === 'front') return 'retrospective';
      return this.#tense(nth) > 0.4 ? 'plan' : role;
    }
    if (said === 'problems') return looksAhead ? (above ?? role) : said;
    if (said === 'longPlan' || said === 'requirements') return isAhead(role) ? said : (above ?? role);
    if (!looksAhead && role !== 'front') {
      // The series begins anew behind the problems: the main heading above it was lost.
      const isAnew = this.#pastProblems && place.ordinal === 1 && !(above !== undefined && isAhead(above));
      return isAnew ? 'plan' : (above ?? role);
    }
    if (role === 'front')
      return said ?? (this.#firstProblems > nth || this.#tense(nth) < 0.5 ? 'retrospective' : 'plan');
    return above !== undefined && isAhead(above) ? above : isAhead(role) ? role : 'plan';
  }

  #sentences(nth: number, at: number, says: readonly Say[]): SectionRole[] {
    let own: SectionRole | undefined;
    let since = 0;
    const roles: SectionRole[] = [];
    this.#problemsGoOn = 0;
    for (const [order, say] of says.entries()) {
      own = this.#follow(say, own, nth, at);
      roles.push(own ?? this.#role);
      since = say.cue === undefined ? since + 1 : 0;
      if (own === 'problems') {
        this.#pastProblems = true;
        const isClosed = closesProblems(say.text);
        this.#problemsGoOn = isClosed ? 0 : 6;
        if (isClosed && order + 3 < says.length) {
          own = undefined;
          // What follows in the same breath, its own paragraph lost, is the plan.
          if (this.#role === 'retrospective' && at > this.#lastAhead) this.#assume(says[order + 1]?.text ?? '');
        }
      } else if (own === 'closing' && (givesThanks(say.text) || (since > 2 && says.length > 14))) own = undefined;
    }
    return roles;
  }

  /** The paragraph's own role after a cue; moves the walk on where the cue opens a new stretch of the report. */
  #follow({ cue, text, opens }: Say, own: SectionRole | undefined, nth: number, at: number): SectionRole | undefined {
    const ahead = isAhead(this.#role);
    switch (cue) {
      case undefined:
      case 'address':
        return own;
      case 'past':
        if (this.#role === 'front') this.#role = 'retrospective';
        return own;
      case 'problems':
        if (ahead || this.#role === 'front') return own;
        return opens || own === 'problems' || opensProblems(text) ? 'problems' : own;
      case 'thanks':
        return own === 'problems' ? own : 'closing';
      case 'closing':
        return ahead || this.#pastProblems ? 'closing' : own;
      case 'requirements':
        if (!ahead && !this.#mayTurn(nth, at)) return own;
        if (!ahead) this.#role = isLong(text, this.#year) ? 'longPlan' : 'plan';
        return 'requirements';
      case 'plan':
      case 'longPlan':
        if (ahead) {
          if (this.#isAssumed && cue === 'longPlan' && this.#role === 'plan') this.#role = cue;
          this.#isAssumed = false;
          if (cue === 'plan' && this.#role === 'longPlan' && at > this.#lastAhead) this.#role = 'plan';
          return own === 'requirements' ? undefined : own;
        }
        if (!this.#mayTurn(nth, at)) return own;
        this.#role = cueRole[cue];
        return undefined;
    }
  }

  /** A cue may turn the walk from the past to the plan: behind the problems, or where neither they nor a heading come later. */
  #mayTurn(nth: number, at: number): boolean {
    return this.#pastProblems || (at >= this.#lastAhead && nth >= this.#firstProblems);
  }
}

/** Short lines without a stop behind the closing belong to the page and not to the report. */
function dropTail(lines: readonly Line[], body: readonly number[], roles: Map<number, LineRoles>): void {
  const isShort = (at: number): boolean => {
    const text = lines[at]?.text ?? '';
    return text.length <= 60 && !/[。！；]”?$/.test(text);
  };
  const last = body.findLastIndex((at) => !isShort(at));
  if (!roles.get(body[last] ?? -1)?.sentences.includes('closing')) return;
  for (const at of body.slice(last + 1))
    roles.set(at, { sentences: (lines[at]?.ends ?? []).map(() => 'other' as const) });
}
