import type { PlannedCase } from '@huying/district/demo/story';
import type { Acting, Party } from '@huying/kit/access';
import { type Calendar, DAY_MS, projectWorking } from '@huying/kit/calendar';
import { barOf, type CaseContext, type CaseRecord, decide, openCase, type Step, type Values } from '@huying/kit/case';
import { rungInstants } from '@huying/kit/clock';
import { dutyFor, type PastCase, type PastStep, rungsOf, type Typed, timersOf, type World } from '../case/index.ts';
import type { Actor } from '../ledger/index.ts';
import type { Post } from '../org/index.ts';
import { ANSWERS, CLOSED, EXTENSIONS, HANDLED, intakeOf, SEND_BACKS } from './replay-words.ts';

/** Who takes part in the replay: the people of the district by role and unit, each with the name timelines show. */
export interface Cast {
  /** Somebody with the role, in the unit (or below it) if one is given; the choice varies with `turn` and repeats itself. */
  post(role: string, unit: string | null, turn: number, area?: string | null): Post | undefined;
  actor(post: Post): Actor;
}

/**
 * What one planned case becomes when the engine's own rules are applied to it, step by step, until `now`. With `rest` it
 * goes no further than that state: somebody's desk has it at this moment.
 */
export function replay(
  plan: PlannedCase,
  number: string,
  definition: string,
  typed: Typed,
  world: World,
  cast: Cast,
  now: number,
  rest: string | null,
): PastCase {
  const past = new Replay(plan, typed, world, cast, now, rest);
  past.open(number, definition);
  past.live();
  return past.told();
}

const HOUR = 3_600;

/** One case on its way: the record as it stands, the time it is, and what has been told so far. */
class Replay {
  private record!: CaseRecord;
  private at: number;
  private readonly steps: PastStep[] = [];
  private readonly fired = new Set<string>();
  private readonly calendar: Calendar;
  private turn: number;

  private readonly plan: PlannedCase;
  private readonly typed: Typed;
  private readonly world: World;
  private readonly cast: Cast;
  private readonly now: number;
  private readonly rest: string | null;

  constructor(plan: PlannedCase, typed: Typed, world: World, cast: Cast, now: number, rest: string | null) {
    this.plan = plan;
    this.typed = typed;
    this.world = world;
    this.cast = cast;
    this.now = now;
    this.rest = rest;
    this.at = plan.at;
    this.turn = plan.index;
    this.calendar = world.calendar;
  }

  told(): PastCase {
    this.fireUntil(this.now);
    const cityNumber = this.record.data.cityNumber;
    return {
      record: this.record,
      steps: this.steps,
      external: typeof cityNumber === 'string' ? { source: 'city', number: cityNumber } : null,
    };
  }

  open(number: string, definition: string): void {
    const decision = openCase(
      this.typed.type,
      { number, definition },
      intakeOf(this.plan),
      this.context({ kind: 'partner' }),
    );
    this.record = decision.record;
    const operator = this.cast.post('operator', null, this.turn);
    const fromCity = this.plan.channel === 'city' || operator === undefined;
    const actor: Actor = fromCity
      ? { kind: 'partner', account: null, post: null, name: '市 12345 平台' }
      : this.cast.actor(operator);
    this.keep(decision.step, actor, 'public', fromCity ? null : operator);
  }

  live(): void {
    const { temper } = this.plan;
    if (temper.firstContact && this.plan.channel !== 'city') {
      this.step('answer', 'operator', 240, { answer: ANSWERS[this.plan.demandKind], solved: 'yes' });
      return;
    }
    if (temper.declined) {
      this.step('decline', 'shift-leader', temper.seconds.accept + 600, {
        answer: '该事项属于其他法定途径处理的范围，已告知来电人。',
      });
      return;
    }
    if (!this.step('file', 'acceptor', temper.seconds.accept, this.filing())) return;
    if (!this.dispatched(0)) return;
    if (!this.handled(temper.pace)) return;
    this.closed(temper.rework);
  }

  private filing(): Values {
    const { matter, condition, danger } = this.plan;
    return {
      ...(matter === undefined ? {} : { matter }),
      ...(condition === undefined ? {} : { condition }),
      ...(danger ? { urgency: 'danger' } : {}),
    };
  }

  private dispatched(sentBack: number): boolean {
    const { temper } = this.plan;
    const { unit, reason } = this.destination(sentBack);
    const arbitrated = this.record.state === 'arbitration';
    const sent = arbitrated
      ? this.step('arbitrate', 'shift-leader', HOUR, {
          unit,
          dispatchReason: '按职责由该单位先行办理，有异议的办结后提请会商。',
        })
      : this.step('dispatch', 'dispatcher', temper.seconds.dispatch, { unit, dispatchReason: reason });
    if (!sent) return false;
    if (sentBack < temper.sendBacks && !arbitrated) {
      const suggested = this.inUnit('sendBack', 'unit-clerk', temper.seconds.sign, {
        reason: SEND_BACKS[(this.turn + sentBack) % SEND_BACKS.length] ?? '',
      });
      if (!suggested) return this.at > this.now ? false : this.signed();
      return this.dispatched(sentBack + 1);
    }
    return this.signed();
  }

  private signed(): boolean {
    const { seconds } = this.plan.temper;
    if (!this.inUnit('sign', 'unit-clerk', seconds.sign, {})) return false;
    const handler = this.cast.post('handler', this.record.unit, this.turn);
    if (handler !== undefined) this.inUnit('assign', 'unit-clerk', seconds.assign, { handler: handler.id });
    if (!this.plan.caller.anonymous) {
      this.inUnit('contact', 'unit-clerk', seconds.contact, {
        reached: true,
        note: '已与来电人联系，核对诉求和地点。',
      });
    }
    return this.at <= this.now;
  }

  private handled(pace: number): boolean {
    const { temper } = this.plan;
    const began = this.at;
    for (let asked = 0; asked < temper.extensions; asked += 1) {
      this.upTo('handle', 0.7 + asked * 0.1, began);
      if (
        !this.inUnit('askExtension', 'unit-clerk', 0, {
          days: 2 + (this.turn % 3),
          reason: EXTENSIONS[this.turn % EXTENSIONS.length] ?? '',
        })
      )
        break;
      const decides = asked === 0 ? 'dispatcher' : 'shift-leader';
      if (this.step('grantExtension', decides, HOUR, { note: '情况属实，同意。' })) continue;
      this.step('refuseExtension', decides, HOUR, { note: '超过市平台时限，请抓紧办理。' });
      break;
    }
    if (
      temper.held &&
      this.inUnit('askHold', 'unit-clerk', HOUR, {
        awaited: '等待产权单位进场施工',
        until: this.dateIn(8 + (this.turn % 20)),
      })
    ) {
      this.step('grantHold', 'shift-leader', HOUR, { note: '同意挂起。' });
      this.fireUntil(this.now);
      if (this.record.state === 'held') return false;
    }
    if (temper.pressed) {
      this.step('press', 'supervisor', HOUR, { demand: '群众反映强烈，请加快办理并报告进展。' });
      this.inUnit('replyPress', 'unit-head', 4 * HOUR, { reply: '已责成专人办理，每日报告进展。' });
    }
    for (let urged = 0; urged < temper.urges; urged += 1) {
      this.step('urge', 'operator', 2 * HOUR, { note: '来电人再次来电催问进展。' });
    }
    this.upTo('handle', pace, began);
    const text = HANDLED[this.turn % HANDLED.length] ?? '';
    return this.finished(0, text);
  }

  private closed(rework: boolean, again = this.plan.temper.reopened): void {
    const { temper } = this.plan;
    const passed = !rework;
    const note = passed ? '现场核查，问题已解决。' : '现场仍有遗留问题，请继续处置。';
    if (!this.step('verify', 'verifier', temper.seconds.verify, { passed, verified: note }, true)) return;
    if (!passed) {
      this.work(4 * HOUR);
      if (this.finished(0, '已返工，遗留问题处理完毕。')) this.closed(false, again);
      return;
    }
    const result = ['consultation', 'suggestion'].includes(this.plan.demandKind) ? 'explained' : 'fixed';
    if (!this.step('close', 'acceptor', HOUR, { result, answer: CLOSED[this.turn % CLOSED.length] ?? '' }, true))
      return;
    if (this.record.state === 'callback') this.calledBack();
    if (again && this.record.state === 'closed') {
      this.work(12 * HOUR);
      this.step('reopen', 'operator', 0, { cause: '来电人反映问题再次出现。' });
      if (this.finished(6 * HOUR, '已再次处置，并安排定期巡查。')) this.closed(false, false);
    }
  }

  private calledBack(): void {
    const { solved, satisfied, seconds } = this.plan.temper;
    const answer = {
      solved: solved === null ? 'unreached' : solved ? 'yes' : 'no',
      satisfied: satisfied === null ? 'none' : satisfied ? 'satisfied' : 'dissatisfied',
      justified: false,
    };
    this.step('callBack', 'callback-officer', seconds.callBack, answer, true);
  }

  /** Reports the work as done, after `seconds`; a limit with stages is met stage by stage. */
  private finished(seconds: number, handled: string): boolean {
    while (this.inUnit('stageDone', 'unit-clerk', seconds, { note: '本阶段处置完毕。' }));
    return this.inUnit('handled', 'unit-clerk', seconds, { handled });
  }

  /** Whom the duty list names; after a return somebody else, where there is anybody else. */
  private destination(sentBack: number): { readonly unit: string; readonly reason: string } {
    const duty = this.duty();
    const { org } = this.world;
    const own = duty === null ? undefined : org.unit(duty.lead);
    const street = org.units.find(
      (unit) => unit.kind === 'street' && unit.area !== null && this.plan.cell.startsWith(unit.area),
    );
    const likely = this.plan.likelyUnit === undefined ? undefined : org.unitByCode(this.plan.likelyUnit);
    const choices = [own, likely, street, org.unitByCode('csj')].filter((unit) => unit !== undefined);
    const distinct = [...new Map(choices.map((unit) => [unit.id, unit])).values()];
    // The first dispatch of a case that will come back went astray; the last goes where the duty list says.
    const wanted = Math.max(0, this.plan.temper.sendBacks - sentBack);
    const unit = distinct[Math.min(wanted, distinct.length - 1)] ?? distinct[0];
    const listed = duty !== null && unit?.id === duty.lead;
    return {
      unit: unit?.id ?? '',
      reason: listed ? `${duty.basis}（职责目录 ${duty.rule}）` : '职责目录没有对应条目，由派遣员判断。',
    };
  }

  private duty() {
    return dutyFor(this.record, this.world, this.at);
  }

  private context(acting: Acting, at = this.at): CaseContext {
    return { ...this.world.context, acting, now: at };
  }

  /** A step of somebody at the centre, `seconds` later (in working time if `working`). False when it is not yet time, or barred. */
  private step(name: string, role: string, seconds: number, asked: Values, working = false): boolean {
    const post = this.postFor(name, role);
    if (working) this.work(seconds);
    else this.wait(seconds);
    return this.take(name, post, asked);
  }

  /** A step of somebody in the handling unit, after `seconds` of its working time. */
  private inUnit(name: string, role: string, seconds: number, asked: Values): boolean {
    this.work(seconds);
    return this.take(name, this.cast.post(role, this.record.unit, this.turn), asked);
  }

  private postFor(name: string, role: string): Post | undefined {
    const verifies = this.typed.type.actions[name]?.verifies === true;
    return this.cast.post(role, null, this.turn, verifies ? this.record.area : null);
  }

  private take(name: string, post: Post | undefined, asked: Values): boolean {
    if (this.at > this.now || post === undefined || this.record.state === this.rest) return false;
    this.fireUntil(this.at);
    const action = this.typed.type.actions[name];
    const context = this.context(actingIn(post));
    if (action === undefined || barOf(this.typed.type, name, action, this.record, context, asked) !== null)
      return false;
    const decision = decide(this.typed.type, this.record, name, asked, context);
    this.record = decision.record;
    this.keep(decision.step, this.cast.actor(post), action.public === undefined ? 'internal' : 'public', post);
    return true;
  }

  private keep(step: Step, actor: Actor, visibility: PastStep['visibility'], post: Post | null | undefined): void {
    const by = post === null || post === undefined ? null : { unit: post.unit, role: post.role };
    this.steps.push({ what: step.action, at: this.at, actor, visibility, body: { ...step, by } });
  }

  private wait(seconds: number): void {
    this.at += Math.round(seconds) * 1000;
  }

  private work(seconds: number): void {
    if (seconds > 0) this.at = Math.max(this.at, projectWorking(this.calendar, this.at, Math.round(seconds)).at);
  }

  /** Lets time go on to a share of a clock's budget, never back. */
  private upTo(clock: string, share: number, since: number): void {
    const state = this.record.clocks[clock];
    if (state === undefined || state.phase.kind !== 'running') return;
    const point = rungInstants(state, this.calendar, [{ name: 'then', at: share }])[0];
    if (point !== undefined) this.at = Math.max(this.at, since, point.at);
  }

  private dateIn(days: number): string {
    return new Date(this.at + days * DAY_MS).toISOString().slice(0, 10);
  }

  /** Fires, at their time, the rungs that came due before an instant; those that act move the case on. */
  private fireUntil(until: number): void {
    for (;;) {
      const due = timersOf(this.typed.type, this.record, this.calendar)
        .filter(({ clock, round, rung, at }) => at <= until && !this.fired.has(`${clock} ${round} ${rung}`))
        .sort((a, b) => a.at - b.at)[0];
      if (due === undefined) return;
      this.fired.add(`${due.clock} ${due.round} ${due.rung}`);
      const rung = rungsOf(this.typed.type, due.clock).find(({ name }) => name === due.rung);
      if (rung === undefined) continue;
      // A rung fires when it is due, even where the next person only acts later: their time may lie past the present.
      const at = Math.max(this.steps.at(-1)?.at ?? due.at, due.at);
      if (rung.do === 'act') {
        this.at = at;
        const decision = decide(this.typed.type, this.record, rung.action, {}, this.context({ kind: 'system' }));
        this.record = decision.record;
        this.keep(decision.step, SYSTEM, 'public', null);
      } else {
        const told = rung.to.flatMap((party) => this.recipientsOf(party));
        const body = { clock: due.clock, rung: due.rung, does: rung.do, due: due.at, told };
        this.steps.push({ what: 'rung', at, actor: SYSTEM, visibility: 'internal', body });
      }
    }
  }

  private recipientsOf(party: Party): { readonly account: string; readonly post: string }[] {
    const role = 'role' in party ? party.role : 'handler';
    const unit = party.party === 'handlingUnit' ? this.record.unit : null;
    const post = this.cast.post(role, unit, this.turn);
    return post === undefined ? [] : [{ account: post.account, post: post.id }];
  }
}

const SYSTEM: Actor = { kind: 'system', account: null, post: null, name: '系统' };

function actingIn(post: Post): Acting {
  const { id, account, unit, role, area } = post;
  return { kind: 'post', post: id, account, unit, role, area, besides: [] };
}
