import type { GlossaryEntry } from '../report.ts';
import { type GivenText, spanOf } from '../text/index.ts';
import type { Tree } from '../tree/index.ts';
import { countOfTerm } from './count.ts';
import { enumerationIn, groupsIn } from './enumeration.ts';
import { bareTerm, boundaryIn } from './term.ts';

/** The glossary as data: term, definition, what the definition enumerates and how many the term promises. */
export function glossaryOf(given: GivenText, tree: Pick<Tree, 'entries'>): readonly GlossaryEntry[] {
  return tree.entries
    .filter(({ passage }) => passage.text !== '')
    .map(({ no, passage }) => {
      const { termFrom, termTo, definitionFrom } = boundaryIn(passage.text);
      const term = bareTerm(passage.text.slice(termFrom, termTo));
      const definition = passage.text.slice(definitionFrom);
      const count = countOfTerm(term);
      const code = codeOf(term);
      const groups = groupsIn(definition, code);
      const members = groups.length > 0 ? groups : enumerationIn(definition, count ?? lengthOf(code)).members;
      return {
        ...spanOf(given, passage),
        ...(no === undefined ? {} : { no }),
        term,
        definition,
        members,
        ...(count === undefined ? {} : { count }),
      };
    });
}

/** The numbers of a code such as 1+2+3: each wants an explanation; none of them counts the entry's members. */
function codeOf(term: string): readonly string[] {
  return /\d+(?:\s*\+\s*\d+)+/.exec(term)?.[0].split(/\s*\+\s*/) ?? [];
}

function lengthOf(code: readonly string[]): number | undefined {
  return code.length === 0 ? undefined : code.length;
}
