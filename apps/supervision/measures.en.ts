/** The English of the facts and measures of `supervision`, by path. */
export const english: Readonly<Record<string, string>> = {
  'facts/supervision': 'Supervision item',
  'facts/supervision/state': 'State',
  'facts/supervision/result': 'Result',
  'facts/supervision/promiseNumber': 'Number of the promise',
  'facts/supervision/openedAt': 'Entered at',
  'facts/supervision/registeredAt': 'Taken up at',
  'facts/supervision/assignedAt': 'First assigned at',
  'facts/supervision/firstDueAt': 'Due as first told',
  'facts/supervision/dueAt': 'Due as approved',
  'facts/supervision/checkedAt': 'First verified at',
  'facts/supervision/writtenOffAt': 'First written off at',
  'facts/supervision/closedAt': 'Closed at',
  'facts/supervision/extensions': 'Extensions granted',
  'facts/supervision/redos': 'Times sent back to redo',
  'facts/supervision/looks': 'Second looks',
  'facts/supervision/relapses': 'Relapses',
  'facts/supervision/notices': 'Notices sent',
  'facts/supervision/noticedAt': 'Last notice at',
  'facts/supervision.stint': 'A unit’s time with it',
  'facts/supervision.stint/signDueAt': 'Due to sign',
  'facts/supervision.stint/signedAt': 'Signed at',
  'facts/supervision.stint/feedbackDueAt': 'Feedback due',
  'facts/supervision.stint/reportedAt': 'Feedback at',
  'measures/supervision.registered': 'Taken up',
  'measures/supervision.registered/meaning':
    'Items taken up in the period, by the time of taking up and by the present lead unit.',
  'measures/supervision.registered/source': 'Ledger of supervision items',
  'measures/supervision.writtenOff': 'Written off',
  'measures/supervision.writtenOff/meaning':
    'Items verified and written off in the period and not taken up again, by the time of writing off; those ended otherwise do not count.',
  'measures/supervision.writtenOff/source': 'Ledger of supervision items',
  'measures/supervision.terminated': 'Ended otherwise',
  'measures/supervision.terminated/meaning':
    'Items not taken up, or ended with approval, in the period; left out of the rates and shown apart.',
  'measures/supervision.terminated/source': 'Ledger of supervision items',
  'measures/supervision.open': 'Open',
  'measures/supervision.open/meaning':
    'Items assigned and not written off at the end of the period, whenever they were assigned; one that was reopened later counts as never written off.',
  'measures/supervision.open/source': 'Ledger of supervision items',
  'measures/supervision.openLate': 'Open and overdue',
  'measures/supervision.openLate/meaning':
    'Items whose due day, as approved now, had passed at the end of the period and that were not written off by then, whenever they were due; those paused have no due time and are not among them.',
  'measures/supervision.openLate/source': 'Ledger of supervision items',
  'measures/supervision.noticed': 'Items with a notice',
  'measures/supervision.noticed/meaning': 'Items about which a notice was sent, by the time the last was signed.',
  'measures/supervision.noticed/source': 'Ledger of supervision items',
  'measures/supervision.closedDue': 'Closed of those due',
  'measures/supervision.closedDue/meaning':
    'Of the items whose approved due time fell in the period, those written off by now, in time or not; those ended otherwise are left out and shown apart.',
  'measures/supervision.closedDue/source': 'Ledger of supervision items',
  'measures/supervision.onTimeFirst': 'Closed on time (as first told)',
  'measures/supervision.onTimeFirst/meaning':
    'Of the items first due in the period, those verified and written off by then; open and overdue ones stay in the denominator, those ended otherwise are left out and shown apart.',
  'measures/supervision.onTimeFirst/source': 'Ledger of supervision items',
  'measures/supervision.onTimeApproved': 'Closed on time (as approved)',
  'measures/supervision.onTimeApproved/meaning':
    'Of the items due in the period as approved after extensions, pauses and redoing, those verified and written off by then; open and overdue ones stay in the denominator, those ended otherwise are left out and shown apart.',
  'measures/supervision.onTimeApproved/source': 'Ledger of supervision items',
  'measures/supervision.signing': 'Signed on time',
  'measures/supervision.signing/meaning':
    'Of the assignments to be signed in the period, those the lead unit signed in time; those reassigned before signing are left out and shown apart.',
  'measures/supervision.signing/source': 'Ledger of supervision items',
  'measures/supervision.feedback': 'Feedback on time',
  'measures/supervision.feedback/meaning':
    'Of the assignments with feedback due in the period, those the lead unit gave it on in time, the last feedback counting; those reassigned are left out and shown apart.',
  'measures/supervision.feedback/source': 'Ledger of supervision items',
  'measures/supervision.returned': 'Returned',
  'measures/supervision.returned/meaning':
    'Of the items assigned to a unit in the period, those returned and reassigned with consent; refused applications do not count.',
  'measures/supervision.returned/source': 'Ledger of supervision items',
  'measures/supervision.extended': 'Extended',
  'measures/supervision.extended/meaning':
    'Of the items first assigned in the period, those granted an extension; refused applications do not count.',
  'measures/supervision.extended/source': 'Ledger of supervision items',
  'measures/supervision.redone': 'Redone',
  'measures/supervision.redone/meaning': 'Of the items first verified in the period, those ever sent back to redo.',
  'measures/supervision.redone/source': 'Ledger of supervision items',
  'measures/supervision.verified': 'Verified at once',
  'measures/supervision.verified/meaning':
    'Of the items first verified in the period, those written off at the first verification; with those redone they make at most 100 %.',
  'measures/supervision.verified/source': 'Ledger of supervision items',
  'measures/supervision.relapsed': 'Relapsed',
  'measures/supervision.relapsed/meaning':
    'Of the items first written off in the period, those a second look found relapsed and took up again.',
  'measures/supervision.relapsed/source': 'Ledger of supervision items',
  'measures/supervision.lookedAgain': 'Looked at again',
  'measures/supervision.lookedAgain/meaning':
    'Of the items first written off in the period, those that were looked at again.',
  'measures/supervision.lookedAgain/source': 'Ledger of supervision items',
};
