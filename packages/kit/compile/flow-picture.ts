import { type Party, partyWords } from '../access/index.ts';
import type { AnyAction, CaseType, ClockSpec, LimitSource, Rung } from '../case/index.ts';
import type { Words } from '../error/index.ts';
import type { Definition } from './compile.ts';
import { openStates, statesOf, targetsOf } from './flow.ts';

type Say = (path: string) => string;

/**
 * The page of a case type for people: its flow as a Mermaid state diagram, and tables of its states (who answers, which
 * clocks run, what may be done), actions, the official numbers they give, clocks and applications. Markdown, in English
 * with the Chinese of every name.
 */
export function flowPicture(definition: Definition, words: Readonly<Record<string, Words>>): string {
  const { type } = definition;
  const both: Say = (path) => {
    const { zh, en } = words[path] ?? { zh: path, en: path };
    return `${en} ${zh}`;
  };
  const named: Say = (path) => both(`${type.id}/${path}`);
  const role = (id: string): Words => words[`roles/${id}`] ?? { zh: id, en: id };
  const who = (party: Party) => partyWords(party, role).en;
  return [
    `# ${both(type.id)}`,
    'Generated from the declaration by `npx node scripts/reference.ts`; a test compares the two. The answer guarantee walked this very flow.',
    diagram(type, words),
    '## States',
    table(['state', 'owner', 'clocks', 'actions'], stateRows(type, named, who)),
    '## Actions',
    table(['action', 'by', 'leads to', 'at most', 'barred when'], actionRows(type, words, named, who)),
    ...numbersSection(type, named),
    '## Clocks',
    table(['clock', 'limit', 'runs', 'pauses', 'rungs'], clockRows(type, named, who)),
    '## Applications',
    table(
      ['application', 'decided by'],
      Object.entries(type.requests).map(([name, { owner }]) => [named(`requests/${name}`), who(owner)]),
    ),
    ...mergingSection(type, named),
    '## Results',
    Object.keys(type.results)
      .map((name) => `- ${named(`results/${name}`)}`)
      .join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Who follows whom, and what becomes of them; nothing for types that are not merged. */
function mergingSection({ merging }: CaseType, named: Say): string[] {
  if (merging === undefined) return [];
  const action = (name: string) => named(`actions/${name}`);
  const results = merging.answers.map((result) => named(`results/${result}`)).join(', ');
  const lines = [
    `- ${action(merging.action)} names the main case in \`${merging.into}\`; the case then waits in ${named(`states/${merging.follows}`)}.`,
    `- The main case is told: ${action(merging.joined)}, ${action(merging.left)}.`,
    `- It closes with ${results}: ${action(merging.answered)}. It closes with anything else: ${action(merging.unanswered)}.`,
    `- Taken apart again: ${action(merging.separate)}.`,
  ];
  return ['## Merging', lines.join('\n')];
}

/** One arrow for each way from a state to another, with every action that takes it. */
function diagram(type: CaseType, words: Readonly<Record<string, Words>>): string {
  const arrows = new Map<string, string[]>();
  for (const [name, action] of Object.entries(type.actions)) {
    for (const from of statesOf(type, action)) {
      for (const to of targetsOf(action, from).filter((target) => target !== from)) {
        const arrow = `${from} --> ${to}`;
        arrows.set(arrow, [...(arrows.get(arrow) ?? []), words[`${type.id}/actions/${name}`]?.en ?? name]);
      }
    }
  }
  const lines = [
    'stateDiagram-v2',
    ...Object.keys(type.states).map((state) => `${state} : ${words[`${type.id}/states/${state}`]?.en ?? state}`),
    `[*] --> ${type.opens}`,
    ...[...arrows].map(([arrow, names]) => `${arrow} : ${names.join(', ')}`),
    ...type.ends.map((end) => `${end} --> [*]`),
  ];
  return ['```mermaid', lines[0], ...lines.slice(1).map((line) => `  ${line}`), '```'].join('\n');
}

function stateRows(type: CaseType, named: Say, who: (party: Party) => string): string[][] {
  return Object.keys(type.states).map((state) => {
    const owner = type.owner[state];
    const clocks = Object.entries(type.clocks).filter(([, clock]) => 'runs' in clock && clock.runs.includes(state));
    // What is offered in every open state is told once, under the actions.
    const actions = Object.entries(type.actions).filter(
      ([, { in: states }]) => states !== 'open' && states.includes(state),
    );
    return [
      named(`states/${state}`),
      owner === undefined ? '—' : who(owner),
      clocks.map(([name]) => named(`clocks/${name}`)).join('; ') || '—',
      actions.map(([name]) => named(`actions/${name}`)).join('; ') || '—',
    ];
  });
}

function actionRows(
  type: CaseType,
  words: Readonly<Record<string, Words>>,
  named: Say,
  who: (party: Party) => string,
): string[][] {
  return Object.entries(type.actions).map(([name, action]) => [
    named(`actions/${name}`),
    action.by.map(who).join(', '),
    leadsTo(type, action, named),
    action.atMost === undefined ? '—' : `\`${action.atMost}\``,
    (action.guards ?? [])
      .map((guard) => words[`${type.id}/actions/${name}/guards/${guard.name}`]?.en ?? guard.name)
      .join('; ') || '—',
  ]);
}

/** Which actions give a field its number, by whose answer, and the parameters that hold series and patterns; no section where none does. */
function numbersSection({ actions }: CaseType, named: Say): string[] {
  const rows = Object.entries(actions).flatMap(([name, { numbers }]) =>
    numbers === undefined
      ? []
      : [
          [
            named(`actions/${name}`),
            named(`fields/${numbers.field}`),
            named(`fields/${numbers.by}`),
            `\`${numbers.series}\``,
            `\`${numbers.pattern}\``,
          ],
        ],
  );
  return rows.length === 0 ? [] : ['## Numbers', table(['action', 'gives', 'by', 'series', 'pattern'], rows)];
}

function leadsTo(type: CaseType, action: AnyAction, named: Say): string {
  if (action.to === undefined) return '—';
  const targets = new Set(
    openStates(type)
      .concat(type.ends)
      .flatMap((state) => targetsOf(action, state)),
  );
  return [...targets].map((state) => named(`states/${state}`)).join(' or ');
}

function clockRows(type: CaseType, named: Say, who: (party: Party) => string): string[][] {
  const states = (list: readonly string[] | undefined) =>
    list?.map((state) => named(`states/${state}`)).join(', ') ?? '—';
  return Object.entries(type.clocks).map(([name, clock]) => [
    `${named(`clocks/${name}`)}${clock.promised === true ? ' (promised)' : ''}`,
    limitWords(clock),
    runsWhen(clock, states, named),
    'runs' in clock ? states(clock.pauses) : '—',
    'rungs' in clock ? clock.rungs.map((rung) => rungWords(rung, named, who)).join('; ') : '—',
  ]);
}

function runsWhen(clock: ClockSpec, states: (list: readonly string[]) => string, named: Say): string {
  if ('whilePending' in clock) return `while ${named(`requests/${clock.whilePending}`)} waits`;
  return 'window' in clock ? `window: ${states(clock.window)}` : states(clock.runs);
}

function limitWords({ limit, inside }: Pick<ClockSpec, 'limit' | 'inside'>): string {
  const bound = inside === undefined ? '' : `, inside \`${inside.field}\` less \`${inside.margin}\``;
  switch (limit.from) {
    case 'parameter':
      return `\`${limit.name}\`${bound}`;
    case 'table':
      return `\`${limit.name}\` by \`${limit.by}\`${otherwise(limit)}${bound}`;
    case 'given':
      return `given: \`${limit.field}\`${otherwise(limit)}${bound}`;
    case 'filingCondition':
      return `of \`${limit.field}\`${otherwise(limit)}${bound}`;
    default:
      return limit satisfies never;
  }
}

function otherwise({ otherwise: limit }: { readonly otherwise?: LimitSource }): string {
  return limit === undefined ? '' : `, else ${limitWords({ limit })}`;
}

function rungWords(rung: Rung, named: Say, who: (party: Party) => string): string {
  const at = `${Math.round(rung.at * 100)} %${rung.plus === undefined ? '' : ` + ${rung.plus}`}`;
  if (rung.do === 'act') return `${at} → ${named(`actions/${rung.action}`)}`;
  return `${at} ${rung.do} ${rung.to.map(who).join(', ')}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
