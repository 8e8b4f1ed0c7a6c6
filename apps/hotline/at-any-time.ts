import { holderOf, inHandlingUnit, outsideHandlingUnit, theCitizen, theHandler, thePartner } from '@huying/kit/access';
import { eq, isNull } from '@huying/kit/condition';
import { text } from '@huying/kit/field';
import { role } from '../base/index.ts';
import { question } from './fields.ts';
import { centre, handlingSide } from './parties.ts';
import { fact, type TicketActions } from './ticket-names.ts';

const noPress = { name: 'none', barredWhen: eq(fact('pending.press'), false), because: '没有等待回复的督办' };

/** What does not depend on the phase: urging, pressing, corrections, notes. */
export const atAnyTime = {
  urge: {
    label: '催办',
    in: 'open',
    by: [
      holderOf(role.operator),
      holderOf(role.dispatcher),
      ...centre,
      holderOf(role.supervisor),
      theCitizen,
      thePartner,
    ],
    ask: { note: text('催办说明', { max: 500, lines: 2 }) },
    tells: [inHandlingUnit(role['unit-clerk']), inHandlingUnit(role['unit-head']), theHandler],
    public: '已催办',
  },
  press: {
    label: '督办',
    in: ['dispatched', 'handling', 'held'],
    by: [holderOf(role.supervisor), holderOf(role['shift-leader'])],
    ask: { demand: text('督办要求', { max: 1000, lines: 3 }).required() },
    guards: [{ name: 'pending', barredWhen: eq(fact('pending.press'), true), because: '已有一件督办等待回复' }],
    effects: [{ do: 'open', request: 'press' }],
    tells: [inHandlingUnit(role['unit-head'])],
  },
  replyPress: {
    label: '回复督办',
    in: 'open',
    by: [inHandlingUnit(role['unit-head'])],
    ask: { reply: text('督办回复', { max: 2000, lines: 4 }).required() },
    guards: [noPress],
    effects: [{ do: 'settle', request: 'press' }],
    tells: [holderOf(role.supervisor)],
  },
  withdrawPress: {
    label: '撤销督办',
    in: 'open',
    by: [holderOf(role.supervisor), holderOf(role['shift-leader'])],
    ask: { reason: question.reason },
    guards: [noPress],
    effects: [{ do: 'settle', request: 'press' }],
    tells: [inHandlingUnit(role['unit-head'])],
  },
  relocate: {
    label: '更正地点',
    in: ['received', 'filed', 'dispatched', 'handling'],
    by: [holderOf(role.operator), holderOf(role.dispatcher), ...centre],
    ask: { place: question.place.required(), reason: question.reason },
    tells: [holderOf(role.dispatcher), inHandlingUnit(role['unit-clerk'])],
  },
  cityExtended: {
    label: '市平台延长时限',
    in: 'open',
    by: [thePartner, holderOf(role['shift-leader'])],
    ask: { cityDue: question.cityDue.required(), note: text('说明', { max: 500, lines: 2 }) },
    guards: [{ name: 'notFromCity', barredWhen: isNull(fact('data.cityNumber')), because: '不是市平台转来的工单' }],
    tells: [holderOf(role.dispatcher), ...handlingSide],
  },
  note: {
    label: '备注',
    in: 'open',
    by: [
      holderOf(role.operator),
      holderOf(role.dispatcher),
      ...centre,
      ...handlingSide,
      holderOf(role.supervisor),
      outsideHandlingUnit(role.verifier),
    ],
    ask: { note: text('备注', { max: 1000, lines: 3 }).required() },
  },
} satisfies TicketActions;
