/** The English of performance, by path. */
export const english: Readonly<Record<string, string>> = {
  'apps/performance': 'Performance',
  'parameters/performance.groups': 'Groups of peers, weights and least numbers of the ranking (public)',
  'parameters/performance.boards': 'Red board and black board (show: whether; red, black: how many)',
  'parameters/performance.boards/names/show': 'Drawn up',
  'parameters/performance.boards/names/red': 'Places on the red board',
  'parameters/performance.boards/names/black': 'Places on the black board',
  'parameters/performance.exempt': 'Force majeure (code of the unit, from, until, reason; no black board)',
  'parameters/performance.readers': 'Posts that see a ranking that is not public',
  'parameters/bulletin.makers': 'Posts that make bulletins and papers',
  'parameters/bulletin.signers': 'Posts that sign bulletins and papers',
  'parameters/bulletin.approvers': 'Posts that approve publication',
  'parameters/bulletin.offices': 'Issuers, addressees and copies (empty: after the name of the district)',
  'parameters/bulletin.numbers': 'How papers of each kind are numbered ({year}, {issue}; empty: as usual)',
};
