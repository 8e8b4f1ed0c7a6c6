import type { App, ParameterDeclaration } from '../app/index.ts';
import { type Board, crossOf, grainOf, measuresOf, type Panel, type RowGrain } from '../board/index.ts';
import type { Measure } from '../measure/index.ts';
import type { Note, Shortcoming } from './shortcoming.ts';

/** What is wrong with boards: names that are not there, breakdowns a measure does not have, rankings that would not be fair. */
export function misdeclaredBoards(apps: readonly App[]): readonly Shortcoming[] {
  const found: Shortcoming[] = [];
  const note: Note = (path, rule, what, remedy) => found.push({ path, rule, what, remedy });
  const known: Known = {
    measures: new Map(apps.flatMap((app) => app.measures).map((measure) => [measure.id, measure])),
    roles: new Set(apps.flatMap((app) => Object.keys(app.roles))),
    types: new Set(apps.flatMap((app) => app.cases).map(({ id }) => id)),
    parameters: new Map(apps.flatMap((app) => app.parameters).map((one) => [one.name, one])),
    boards: new Map(apps.flatMap((app) => app.boards).map((board) => [board.id, board])),
  };
  for (const board of apps.flatMap((app) => app.boards)) checkBoard(board, known, note);
  return found;
}

interface Known {
  readonly measures: ReadonlyMap<string, Measure>;
  readonly roles: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly parameters: ReadonlyMap<string, ParameterDeclaration>;
  readonly boards: ReadonlyMap<string, Board>;
}

function checkBoard(board: Board, known: Known, note: Note): void {
  const path = `boards/${board.id}`;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(board.id)) {
    note(
      path,
      'wrong-figure',
      `“${board.id}” is no name of a board.`,
      'Write it in kebab-case: it stands in the address.',
    );
  }
  for (const role of board.for) {
    if (known.roles.has(role)) continue;
    note(`${path}/for`, 'unknown-role', `There is no role “${role}”.`, 'Declare it, or name another.');
  }
  checkParameter(board.verified, `${path}/verified`, known, note);
  if (board.streets !== undefined && (board.of !== 'unit' || known.boards.get(board.streets)?.of !== 'street')) {
    const what = `“${board.streets}” is no board of streets that could stand for a board of units.`;
    note(`${path}/streets`, 'unknown-name', what, 'Let a board of units name a board of streets.');
  }
  const seen = new Set<string>();
  for (const panel of board.panels) {
    const place = `${path}/${panel.id}`;
    if (seen.has(panel.id)) note(place, 'twice', 'Two panels have this id.', 'Give each panel an id of its own.');
    seen.add(panel.id);
    checkPanel(board, panel, place, known, note);
  }
}

function checkPanel(board: Board, panel: Panel, path: string, known: Known, note: Note): void {
  if ('about' in panel && panel.about === 'place' && board.of !== 'street') {
    note(
      path,
      'wrong-grain',
      'Only a board of a street is about a place.',
      'Leave `about` out, or let the board be of a street.',
    );
  }
  const grain = grainOf(board, panel);
  if (panel.kind === 'table' && panel.about === 'place' && panel.rows === 'channel') {
    note(path, 'wrong-grain', 'The channels of a street are not kept.', 'Let it be about the unit, or leave it out.');
  }
  if ('rows' in panel && !ROWS[board.of].includes(panel.rows)) {
    const what = `A board of a ${board.of} has no rows by ${panel.rows}: they would be of the whole district.`;
    note(path, 'wrong-grain', what, `Break it down by ${ROWS[board.of].join(', ')}.`);
  }
  const cross = crossOf(board, panel);
  const measures = measuresOf(panel);
  for (const id of measures) {
    const measure = known.measures.get(id);
    if (measure === undefined) {
      note(path, 'unknown-name', `There is no measure “${id}”.`, 'Declare it, or name another.');
    } else if (cross !== undefined && measure.cross?.includes(cross) !== true) {
      note(path, 'wrong-grain', `“${id}” is not kept by ${cross}.`, `Add ${cross} to its cross, or leave it out.`);
    } else if (grain !== undefined && !measure.grain.includes(grain)) {
      const what = `“${id}” is not broken down by ${grain}.`;
      note(path, 'wrong-grain', what, `Add ${grain} to its breakdowns, or leave it out.`);
    } else checkUse(panel, measure, path, note);
  }
  if (new Set(measures).size !== measures.length) {
    note(path, 'twice', 'A measure stands in it twice.', 'Name each measure once.');
  }
  if ('of' in panel && !known.types.has(panel.of)) {
    note(path, 'unknown-name', `There is no case type “${panel.of}”.`, 'Name a case type of an app.');
  }
  if (panel.kind === 'table' && panel.order !== undefined && !panel.measures.includes(panel.order)) {
    note(path, 'unknown-name', `“${panel.order}” is none of its columns.`, 'Order by one of the measures shown.');
  }
  if (panel.kind === 'ranking') checkRanking(panel, path, known, note);
}

/** Rows that lie within what a board is about; others are kept for the whole district only. Matters and channels are those of the unit or street. */
const ROWS: Readonly<Record<Board['of'], readonly RowGrain[]>> = {
  district: ['unit', 'street', 'cell', 'matter', 'channel'],
  unit: ['unit', 'matter', 'channel'],
  street: ['unit', 'cell', 'matter', 'channel'],
};

function checkUse(panel: Panel, { id, form, better }: Measure, path: string, note: Note): void {
  if (panel.kind === 'chart' && 'stock' in form && form.until === undefined) {
    const what = `“${id}” says how many there are now; what there was on an earlier day it does not know.`;
    note(path, 'wrong-figure', what, 'Say until when they are there, or chart what came in and what was closed.');
  }
  if (panel.kind !== 'ranking') return;
  if ('count' in form || 'stock' in form) {
    note(path, 'wrong-figure', `“${id}” is a count: whoever is larger has more of it.`, 'Rank by rates or means.');
  }
  if (better === 'neither') {
    note(path, 'wrong-figure', `Of “${id}” neither more nor less is better.`, 'Rank by what is good or bad.');
  }
}

function checkRanking(panel: Extract<Panel, { kind: 'ranking' }>, path: string, known: Known, note: Note): void {
  const weights = Object.entries(panel.weights);
  if (weights.every(([, weight]) => weight === 0)) {
    note(path, 'wrong-figure', 'It ranks by nothing.', 'Give at least one measure a weight.');
  }
  // What weighs nothing by itself needs a parameter by which a district can bring it in.
  const least = panel.parameter === undefined ? 1 : 0;
  for (const [id, weight] of weights) {
    if (Number.isInteger(weight) && weight >= least && weight <= 100) continue;
    note(path, 'wrong-figure', `The weight of “${id}” is ${weight}.`, `Give whole numbers from ${least} to 100.`);
  }
  const strange = weights.find(
    ([id]) => known.measures.has(id) && !('ratio' in (known.measures.get(id) as Measure).form),
  );
  if (weights.length > 1 && strange !== undefined) {
    const what = `“${strange[0]}” is no rate, and only per cent can be weighed against per cent.`;
    note(path, 'wrong-figure', what, 'Rank by it alone, or leave it out.');
  }
  if (panel.parameter !== undefined) checkParameter(panel.parameter, path, known, note);
  if (panel.peers !== undefined && panel.rows !== 'unit') {
    note(path, 'wrong-grain', `Peers are kinds of units; the rows are by ${panel.rows}.`, 'Leave the peers out.');
  }
}

function checkParameter(name: string, path: string, known: Known, note: Note): void {
  const declared = known.parameters.get(name);
  if (declared === undefined) {
    note(path, 'unknown-name', `There is no parameter “${name}”.`, 'Declare it, or name another.');
  } else if (declared.kind !== 'json') {
    note(path, 'wrong-parameter', `“${name}” is of kind ${declared.kind}.`, "Declare it with kind 'json'.");
  }
}
