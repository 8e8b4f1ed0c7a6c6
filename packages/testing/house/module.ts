import { type ESTree, parseSync, Visitor } from 'vite';
import type { HouseModule, Located, ModuleImport } from './breach.ts';
import { placeOf, targetOf } from './place.ts';

/** Reads one TypeScript module with vite's parser. Throws where it does not parse. */
export function readModule(path: string, text: string, paths: ReadonlySet<string>): HouseModule {
  const { program, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const lineOf = lineIndex(text);
  const imports: ModuleImport[] = [];
  const literals: Located[] = [];
  const declared = new Set<string>();
  const used: (Located & { readonly name: string })[] = [];

  const addImport = (source: ESTree.Node | null | undefined, typeOnly: boolean): void => {
    if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
    const specifier = source.value;
    imports.push({ specifier, line: lineOf(source.start), typeOnly, target: targetOf(specifier, path, paths) });
  };
  const addUse = (name: string, as: string, start: number): void => {
    used.push({ name, text: as, line: lineOf(start) });
  };

  const addFunction = (node: ESTree.Function | ESTree.ArrowFunctionExpression): void => {
    declare(node.id, declared);
    for (const param of node.params) declare(param, declared);
  };

  new Visitor({
    ImportDeclaration(node) {
      const names = node.specifiers;
      for (const name of names) declared.add(name.local.name);
      const allTypes =
        names.length > 0 && names.every((name) => name.type === 'ImportSpecifier' && name.importKind === 'type');
      addImport(node.source, node.importKind === 'type' || allTypes);
    },
    ExportAllDeclaration: (node) => addImport(node.source, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => addImport(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => addImport(node.source, false),
    TSImportType: (node) => addImport(node.source, true),
    Literal(node) {
      if (typeof node.value === 'string') literals.push({ text: node.value, line: lineOf(node.start) });
    },
    TemplateLiteral(node) {
      const written = node.quasis.map((part) => part.value.cooked ?? part.value.raw).join('…');
      literals.push({ text: written, line: lineOf(node.start) });
    },
    JSXText: (node) => literals.push({ text: node.value, line: lineOf(node.start) }),
    VariableDeclarator: (node) => declare(node.id, declared),
    FunctionDeclaration: addFunction,
    FunctionExpression: addFunction,
    ArrowFunctionExpression: addFunction,
    ClassDeclaration: (node) => declare(node.id, declared),
    MemberExpression(node) {
      if (node.object.type !== 'Identifier') return;
      const key = !node.computed && node.property.type === 'Identifier' ? node.property.name : '';
      addUse(node.object.name, `${node.object.name}.${key}`, node.start);
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier') addUse(node.callee.name, `${node.callee.name}()`, node.start);
    },
    NewExpression(node) {
      if (node.callee.type !== 'Identifier') return;
      addUse(node.callee.name, `new ${node.callee.name}(${node.arguments.length === 0 ? '' : '…'})`, node.start);
    },
  }).visit(program);

  return {
    path,
    place: placeOf(path),
    imports,
    literals,
    comments: comments.map((comment) => ({ text: comment.value, line: lineOf(comment.start) })),
    globals: used.filter((use) => !declared.has(use.name)),
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
  };
}

/** Adds every name that a pattern binds. */
function declare(pattern: ESTree.Node | null, into: Set<string>): void {
  switch (pattern?.type) {
    case 'Identifier':
      into.add(pattern.name);
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties)
        declare(property.type === 'Property' ? property.value : property, into);
      break;
    case 'ArrayPattern':
      for (const element of pattern.elements) declare(element, into);
      break;
    case 'AssignmentPattern':
      declare(pattern.left, into);
      break;
    case 'RestElement':
      declare(pattern.argument, into);
      break;
  }
}

function lineIndex(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
