/** The English of the facts and measures of `proposals`, by path. */
export const english: Readonly<Record<string, string>> = {
  'facts/proposal': 'Proposal',
  'facts/proposal/state': 'State',
  'facts/proposal/session': 'Session',
  'facts/proposal/result': 'Result',
  'facts/proposal/openedAt': 'Entered at',
  'facts/proposal/assignedAt': 'First assigned at',
  'facts/proposal/metAt': 'First met at',
  'facts/proposal/repliedAt': 'First replied at',
  'facts/proposal/firstDueAt': 'Reply due as first told',
  'facts/proposal/dueAt': 'Reply due as approved',
  'facts/proposal/extensions': 'Extensions granted',
  'facts/proposal/bReplies': 'Replies as class B',
  'facts/proposal/cReplies': 'Replies as class C',
  'facts/proposal/formAt': 'Last form returned at',
  'facts/proposal/attitude': 'With the attitude',
  'facts/proposal/outcome': 'With the result',
  'facts/proposal/again': 'Second handlings',
  'facts/proposal/closedAt': 'Closed at',
  'facts/proposal.stint': 'A unit’s time with it',
  'facts/proposal.stint/signDueAt': 'Due to sign',
  'facts/proposal.stint/signedAt': 'Signed at',
  'measures/proposals.assigned': 'Assigned',
  'measures/proposals.assigned/meaning':
    'Proposals first assigned in the period, by the time of assignment and by the present lead unit.',
  'measures/proposals.assigned/source': 'Ledger of proposals',
  'measures/proposals.replied': 'Replied',
  'measures/proposals.replied/meaning': 'Proposals first replied to in the period.',
  'measures/proposals.replied/source': 'Ledger of proposals',
  'measures/proposals.openLate': 'Overdue without reply',
  'measures/proposals.openLate/meaning':
    'Proposals whose due day, as approved now, had passed at the end of the period and that had no reply by then, whenever they were due.',
  'measures/proposals.openLate/source': 'Ledger of proposals',
  'measures/proposals.tracking': 'Tracked (to this day)',
  'measures/proposals.tracking/meaning':
    'Proposals replied to by the end of the period as class B or C and tracked to this day, whenever they were replied to; how many there were on an earlier day is not kept.',
  'measures/proposals.tracking/source': 'Ledger of proposals',
  'measures/proposals.forms': 'Forms returned',
  'measures/proposals.forms/meaning':
    'Proposals whose opinion form came back in the period; satisfaction is of these alone, and shown beside the replies.',
  'measures/proposals.forms/source': 'Ledger of proposals',
  'measures/proposals.met': 'Met before the reply',
  'measures/proposals.met/meaning':
    'Of the proposals first assigned in the period, those whose lead proposer was met before the reply; whether a telephone call counts the district decides, a letter does not.',
  'measures/proposals.met/source': 'Ledger of proposals',
  'measures/proposals.replyRate': 'Replied of those due',
  'measures/proposals.replyRate/meaning':
    'Of the proposals whose approved due time fell in the period, those replied to by now, in time or not.',
  'measures/proposals.replyRate/source': 'Ledger of proposals',
  'measures/proposals.onTimeFirst': 'Replied on time (as first told)',
  'measures/proposals.onTimeFirst/meaning':
    'Of the proposals first due in the period, those replied to by then; those without a reply and overdue stay in the denominator.',
  'measures/proposals.onTimeFirst/source': 'Ledger of proposals',
  'measures/proposals.onTimeApproved': 'Replied on time (as approved)',
  'measures/proposals.onTimeApproved/meaning':
    'Of the proposals due in the period as approved after extensions, those replied to by then; those without a reply and overdue stay in the denominator.',
  'measures/proposals.onTimeApproved/source': 'Ledger of proposals',
  'measures/proposals.signing': 'Signed on time',
  'measures/proposals.signing/meaning':
    'Of the assignments to be signed in the period, those the lead unit signed in time; those sent back before signing are left out and shown apart.',
  'measures/proposals.signing/source': 'Ledger of proposals',
  'measures/proposals.attitudeStrict': 'Satisfied with the attitude',
  'measures/proposals.attitudeStrict/meaning':
    'Of the forms returned in the period, those satisfied with the attitude, basically satisfied not among them; forms not returned are not in the denominator.',
  'measures/proposals.attitudeStrict/source': 'Ledger of proposals',
  'measures/proposals.attitudeWide': 'Satisfied with the attitude, basically included',
  'measures/proposals.attitudeWide/meaning':
    'Of the forms returned in the period, those satisfied or basically satisfied with the attitude; forms not returned are not in the denominator.',
  'measures/proposals.attitudeWide/source': 'Ledger of proposals',
  'measures/proposals.outcomeStrict': 'Satisfied with the result',
  'measures/proposals.outcomeStrict/meaning':
    'Of the forms returned in the period, those satisfied with the result, basically satisfied not among them; forms not returned are not in the denominator.',
  'measures/proposals.outcomeStrict/source': 'Ledger of proposals',
  'measures/proposals.outcomeWide': 'Satisfied with the result, basically included',
  'measures/proposals.outcomeWide/meaning':
    'Of the forms returned in the period, those satisfied or basically satisfied with the result; forms not returned are not in the denominator.',
  'measures/proposals.outcomeWide/source': 'Ledger of proposals',
  'measures/proposals.solved': 'Solved',
  'measures/proposals.solved/meaning':
    'Of the proposals first replied to in the period, those now of class A (solved or adopted); while handled again, by the class of the last reply.',
  'measures/proposals.solved/source': 'Ledger of proposals',
  'measures/proposals.classB': 'Share of class B',
  'measures/proposals.classB/meaning':
    'Of the proposals first replied to in the period, those now of class B, in the meaning of the district’s code book.',
  'measures/proposals.classB/source': 'Ledger of proposals',
  'measures/proposals.classC': 'Share of class C',
  'measures/proposals.classC/meaning':
    'Of the proposals first replied to in the period, those now of class C, in the meaning of the district’s code book.',
  'measures/proposals.classC/source': 'Ledger of proposals',
  'measures/proposals.classD': 'Share of class D',
  'measures/proposals.classD/meaning':
    'Of the proposals first replied to in the period, those now of class D (kept for reference).',
  'measures/proposals.classD/source': 'Ledger of proposals',
  'measures/proposals.converted': 'Turned into class A',
  'measures/proposals.converted/meaning':
    'Of the proposals first replied to in the period and ever of class B or C, those that are of class A by now.',
  'measures/proposals.converted/source': 'Ledger of proposals',
  'measures/proposals.again': 'Handled a second time',
  'measures/proposals.again/meaning':
    'Of the proposals first replied to in the period, those handled again for dissatisfaction or another cause.',
  'measures/proposals.again/source': 'Ledger of proposals',
  'measures/proposals.extended': 'Extended',
  'measures/proposals.extended/meaning': 'Of the proposals first assigned in the period, those granted an extension.',
  'measures/proposals.extended/source': 'Ledger of proposals',
};
