/** The English of the boards of `supervision`, by path. */
export const english: Readonly<Record<string, string>> = {
  'boards/supervision': 'Supervision',
  'boards/supervision/meaning':
    'For the supervision office and the leaders: how many items, how many written off in time, where they are stuck, which relapsed.',
  'boards/supervision/volume': 'Volume',
  'boards/supervision/rates': 'Finish',
  'boards/supervision/flow': 'Steps and quality',
  'boards/supervision/standing': 'Open at this moment',
  'boards/supervision/trend': 'Closed on time, trend',
  'boards/supervision/sources': 'Source',
  'boards/supervision/units': 'Lead units',
  'boards/supervision/ranking': 'Ranking among peers',
  'boards/supervision-unit': 'A unit’s supervision items',
  'boards/supervision-unit/meaning':
    'For heads of departments and streets: the items their unit and those below it lead.',
  'boards/supervision-unit/work': 'Items',
  'boards/supervision-unit/rates': 'Timeliness and quality',
  'boards/supervision-unit/standing': 'Open at this moment',
};
