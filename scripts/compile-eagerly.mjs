import { parseAst } from 'rolldown/parseAst';

/** @typedef {{ readonly start: number, readonly end: number }} Range */

/**
 * The code of a module, written so that V8 compiles its functions along with it. The compile cache of Node.js keeps what
 * is compiled when a module is loaded. Left alone, V8 passes over a function until it is called, so that every run
 * would parse and compile anew each function that it calls; one in brackets it takes for a function that is called at
 * once, and compiles. Methods cannot be put in brackets, and stay as they are. What the code does is the same:
 * functions that were declared are still there before anything runs.
 * @param {string} code a module as a bundler writes it, where no function is declared twice or assigned to
 * @returns {string}
 */
export function compileEagerly(code) {
  const { body } = parseAst(code);
  /** @type {Range[]} */
  const expressions = [];
  findExpressions(body, expressions);
  const declared = body.flatMap((statement) => (statement.type === 'FunctionDeclaration' ? [statement] : []));
  const importsEnd = body.findLast(({ type }) => type === 'ImportDeclaration')?.end ?? 0;
  /** @param {Range} range */
  const bracketed = (range) => inBrackets(code, range, expressions);
  const functions = declared.map(({ id, start, end }) => `var ${id?.name} = (${bracketed({ start, end })});\n`);
  const between = [{ end: importsEnd }, ...declared].map(({ end }, index) =>
    bracketed({ start: end, end: declared[index]?.start ?? code.length }),
  );
  return [code.slice(0, importsEnd), '\n', ...functions, ...between].join('');
}

/**
 * Gathers the functions that are expressions, at any depth.
 * @param {unknown} node a part of a syntax tree
 * @param {Range[]} found
 */
function findExpressions(node, found) {
  if (typeof node !== 'object' || node === null) return;
  const { type, start, end } = /** @type {{ type?: string } & Range} */ (node);
  if (type === 'FunctionExpression' || type === 'ArrowFunctionExpression') found.push({ start, end });
  // The function of a method has no brackets of its own: it begins at its parameters.
  const method = type === 'MethodDefinition' || (type === 'Property' && isMethod(node));
  for (const child of Object.values(node)) {
    if (method && isFunction(child)) findExpressions(Object.values(child), found);
    else findExpressions(child, found);
  }
}

/** @param {object} property */
function isMethod(property) {
  return 'method' in property && 'kind' in property && (property.method === true || property.kind !== 'init');
}

/** @param {unknown} node */
function isFunction(node) {
  return typeof node === 'object' && node !== null && 'type' in node && node.type === 'FunctionExpression';
}

/**
 * A part of the code, with brackets around the functions in it.
 * @param {string} code
 * @param {Range} part
 * @param {readonly Range[]} functions
 */
function inBrackets(code, part, functions) {
  const within = functions.filter(({ start, end }) => start >= part.start && end <= part.end);
  const marks = within.flatMap(({ start, end }) => [
    { at: start, mark: '(' },
    { at: end, mark: ')' },
  ]);
  marks.sort((one, other) => one.at - other.at);
  let written = '';
  let from = part.start;
  for (const { at, mark } of marks) {
    written += code.slice(from, at) + mark;
    from = at;
  }
  return written + code.slice(from, part.end);
}
