const states = {
  drafted: 'To be issued',
  issued: 'Issued',
  underway: 'Under way',
  reported: 'Reported done',
  done: 'Done',
  missed: 'Not done',
  cancelled: 'Cancelled',
};

const steps = {
  issue: 'Issue with the plan',
  begin: 'Begin',
  'begin/arrangement': 'How it will be done',
  report: 'Report it done',
  'report/outcome': 'What was done',
  reportPart: 'Report it done in the main',
  'reportPart/outcome': 'What was done',
  'reportPart/reason': 'Why not all of it',
  sendBack: 'Send back to be redone',
  'sendBack/reason': 'Why',
  close: 'Verify and close',
  'close/conclusion': 'What was found',
  settleMissed: 'Settle as not done',
  'settleMissed/reason': 'Why it was not done',
};

const completion = {
  'not-started': 'not begun',
  'under-way': 'under way',
  'basically-done': 'done in the main',
  done: 'done',
  'not-done': 'not done',
  cancelled: 'cancelled',
};

/** The words every kind of work has in common, under its own path. */
function kind(id: string, name: string): Readonly<Record<string, string>> {
  const path = `promises/${id}`;
  const under = (part: string, words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([key, text]) => [`${path}/${part}/${key}`, text]);
  return {
    [path]: name,
    ...Object.fromEntries([...under('states', states), ...under('steps', steps), ...under('completion', completion)]),
  };
}

/** The English of reports, by path. */
export const english: Readonly<Record<string, string>> = {
  'apps/reports': 'Work report and decomposition plan',
  ...kind('task', 'Key task'),
  ...kind('reform', 'Reform'),
  ...kind('campaign', 'Campaign'),
  'parameters/reports.silenceConsents': 'A unit that does not comment in time',
  'parameters/reports.silenceConsents/options/yes': 'Counts as consenting',
  'parameters/reports.silenceConsents/options/no': 'Does not consent; each must be urged',
  'parameters/reports.numberPattern': 'Number of a plan’s document ({year}, {n})',
  'parameters/reports.askedUnits':
    'Units outside the district’s orders, which are asked to help (codes, with all below them)',
  'parameters/reports.quarterly': 'Figures reckoned by quarters and asked for once a quarter (words of their names)',
  'parameters/reports.every': 'How often values of the report’s indicators are asked for',
  'parameters/reports.every/options/month': 'Every month',
  'parameters/reports.every/options/quarter': 'Every quarter',
  'parameters/reports.every/options/year': 'Every year',
};
