/** The English of the boards of `proposals`, by path. */
export const english: Readonly<Record<string, string>> = {
  'boards/proposals': 'Proposals',
  'boards/proposals/meaning':
    'For the supervision office and the leaders: how many were assigned, met and replied to, how satisfied deputies and members are, how much was done.',
  'boards/proposals/volume': 'Volume',
  'boards/proposals/answers': 'Met and replied',
  'boards/proposals/satisfaction': 'Satisfaction (of the forms returned)',
  'boards/proposals/results': 'Result',
  'boards/proposals/standing': 'Open at this moment',
  'boards/proposals/kinds': 'Suggestions and proposals',
  'boards/proposals/units': 'Lead units',
  'boards/proposals-unit': 'A unit’s proposals',
  'boards/proposals-unit/meaning':
    'For heads of departments and streets: the proposals their unit and those below it answer.',
  'boards/proposals-unit/volume': 'Volume',
  'boards/proposals-unit/rates': 'Met, replied, satisfied',
  'boards/proposals-unit/standing': 'Open at this moment',
};
