/** The English of the hotline's facts and measures, by path. */
export const english: Readonly<Record<string, string>> = {
  'facts/ticket': 'Ticket',
  'facts/ticket/state': 'State',
  'facts/ticket/result': 'Result',
  'facts/ticket/demandKind': 'Kind of demand',
  'facts/ticket/urgency': 'Urgency',
  'facts/ticket/openedAt': 'Received at',
  'facts/ticket/filedAt': 'Filed at',
  'facts/ticket/firstDispatchedAt': 'First dispatched at',
  'facts/ticket/dispatches': 'Times dispatched',
  'facts/ticket/sendBacks': 'Times sent back',
  'facts/ticket/extensions': 'Extensions granted',
  'facts/ticket/holds': 'Times on hold',
  'facts/ticket/handledAt': 'Handled at',
  'facts/ticket/handlingSeconds': 'Seconds of handling',
  'facts/ticket/firstVerifiedAt': 'First verified at',
  'facts/ticket/failedVerifications': 'Verifications failed',
  'facts/ticket/reworks': 'Times redone',
  'facts/ticket/closedAt': 'Closed at',
  'facts/ticket/wholeSeconds': 'Seconds from receipt to closing',
  'facts/ticket/reopenings': 'Times reopened',
  'facts/ticket/firstDueAt': 'First promise',
  'facts/ticket/dueAt': 'Approved due time',
  'facts/ticket/callBackDueAt': 'Call-back due',
  'facts/ticket/callBackDoneAt': 'Called back this time at',
  'facts/ticket/calledBackAt': 'Last called back at',
  'facts/ticket/solved': 'Solved',
  'facts/ticket/satisfied': 'Satisfied',
  'facts/ticket/exempted': 'Appeals granted',
  'facts/ticket/unreasonable': 'Times judged unreasonable',
  'facts/ticket/duplicates': 'Times marked as a duplicate',
  'facts/ticket/separations': 'Times taken apart again',
  'facts/ticket.stint': 'A unit’s time with a ticket',
  'facts/ticket.stint/signDueAt': 'Signing due',
  'facts/ticket.stint/signedAt': 'Signed at',
  'facts/ticket.stint/contactDueAt': 'Contact with the caller due',
  'facts/ticket.stint/contactedAt': 'Caller reached at',
  'facts/ticket.stint/handleDueAt': 'Handling due',
  'facts/ticket.stint/handledAt': 'Handled at',
  'facts/ticket.stint/reworks': 'Times redone',
  'measures/hotline.received': 'Received',
  'measures/hotline.received/meaning':
    'All tickets received in the period, by the time of receipt, broken down by the unit that has them now.',
  'measures/hotline.closed': 'Closed',
  'measures/hotline.closed/meaning': 'Tickets closed in the period and not reopened since, by the time of closing.',
  'measures/hotline.open': 'Open',
  'measures/hotline.open/meaning':
    'Tickets open at the end of the period, whenever they were received; one that was reopened later counts as never closed.',
  'measures/hotline.openLate': 'Open and late',
  'measures/hotline.openLate/meaning':
    'Tickets whose due day, as approved now, had passed at the end of the period and that were not closed by then, whenever they were due; a ticket on hold is due at no time and is not among them, and one that was reopened later counts as never closed.',
  'measures/hotline.called': 'Called back',
  'measures/hotline.called/meaning':
    'Tickets whose callers were called back in the period, by the last call, whether they were reached or not.',
  'measures/hotline.exempted': 'Exempted on appeal',
  'measures/hotline.exempted/meaning':
    'Tickets due in the period that do not count for the on-time rates because an appeal was granted; that they were late stays on record.',
  'measures/hotline.onTimeFirst': 'On time (first promise)',
  'measures/hotline.onTimeFirst/meaning':
    'Of the tickets whose first promised time fell in the period, those closed by then; open and overdue ones are among them, those exempted on appeal are left out and shown beside it.',
  'measures/hotline.onTimeApproved': 'On time (approved)',
  'measures/hotline.onTimeApproved/meaning':
    'Of the tickets whose due time, with approved extensions and holds, fell in the period, those closed by then; open and overdue ones are among them, those exempted on appeal are left out and shown beside it.',
  'measures/hotline.withinWeek': 'Closed within seven days',
  'measures/hotline.withinWeek/meaning':
    'Of the tickets whose approved due time fell in the period, those closed within seven days (7 × 24 hours) of receipt, however long they were given; open ones and those closed later are among them, those exempted on appeal are left out and shown beside it.',
  'measures/hotline.signing': 'Signed on time',
  'measures/hotline.signing/meaning':
    'Of the dispatches whose signing was due in the period, those the unit signed in time; those sent back or moved on unsigned are left out and shown beside it.',
  'measures/hotline.response': 'Response',
  'measures/hotline.response/meaning':
    'Of the dispatches whose contact with the caller was due in the period, those whose unit reached the caller in time; those sent back or moved on are left out and shown beside it.',
  'measures/hotline.feedback': 'Feedback on time',
  'measures/hotline.feedback/meaning':
    'Of the dispatches whose handling was due in the period, those the unit handled and reported in time; those sent back or moved on are left out and shown beside it, and of work redone the last report counts.',
  'measures/hotline.callBack': 'Called back on time',
  'measures/hotline.callBack/meaning':
    'Of the tickets whose call-back was due in the period, those called back in time, whether the caller was reached or not.',
  'measures/hotline.handlingTime': 'Mean handling time',
  'measures/hotline.handlingTime/unit': 'hours',
  'measures/hotline.handlingTime/meaning':
    'Of the tickets closed in the period, the mean time from the first dispatch to the last report of handling, round the clock, with returns, holds and rework.',
  'measures/hotline.solved': 'Solved',
  'measures/hotline.solved/meaning':
    'Of the callers called back in the period who gave an answer, those who said it was solved; those not reached are not among them, unreasonable demands are left out and shown beside it.',
  'measures/hotline.satisfied': 'Satisfied',
  'measures/hotline.satisfied/meaning':
    'Of the callers called back in the period who gave an opinion, those satisfied or fairly satisfied; those who gave none are not among them, unreasonable demands are left out and shown beside it.',
  'measures/hotline.sendBack': 'Sent back',
  'measures/hotline.sendBack/meaning':
    'Of the dispatches to units in the period, those the unit sent back; a ticket counts as often as it was dispatched.',
  'measures/hotline.firstDispatch': 'First dispatch right',
  'measures/hotline.firstDispatch/meaning':
    'Of the tickets first dispatched in the period, those dispatched once only and not sent back.',
  'measures/hotline.misdispatch': 'Mis-dispatched',
  'measures/hotline.misdispatch/meaning':
    'Of the tickets first dispatched in the period, those sent back or dispatched again; with the first dispatch right it makes 100%.',
  'measures/hotline.rework': 'Redone',
  'measures/hotline.rework/meaning':
    'Of the tickets closed in the period that a unit handled, those whose work failed verification or was sent back to be redone.',
  'measures/hotline.verification': 'Verified at once',
  'measures/hotline.verification/meaning':
    'Of the tickets first verified in the period, those that never failed verification.',
  'measures/hotline.extension': 'Extended',
  'measures/hotline.extension/meaning':
    'Of the tickets closed in the period that a unit handled, those granted an extension; refused applications do not count.',
  'measures/hotline.reopened': 'Reopened',
  'measures/hotline.reopened/meaning':
    'Of the tickets received in the period that were closed at some time, those reopened afterwards, also because the caller said it was not solved.',
  'measures/hotline.duplicate': 'Duplicates',
  'measures/hotline.duplicate/meaning':
    'Of the tickets received in the period, those that staff marked as a duplicate and did not take apart again.',
  ...Object.fromEntries(
    [
      'received',
      'closed',
      'open',
      'openLate',
      'called',
      'exempted',
      'onTimeFirst',
      'onTimeApproved',
      'withinWeek',
      'signing',
      'response',
      'feedback',
      'callBack',
      'handlingTime',
      'solved',
      'satisfied',
      'sendBack',
      'firstDispatch',
      'misdispatch',
      'rework',
      'verification',
      'extension',
      'reopened',
      'duplicate',
    ].map((name) => [`measures/hotline.${name}/source`, 'Ledger of tickets']),
  ),
};
