import { parseAst } from 'rolldown/parseAst';

/**
 * The code of a module with the values of its variables marked as made without effect, so that a bundler leaves out those
 * that nothing uses. For modules of which that is so, and which do not say it.
 * @param {string} code
 * @returns {string}
 */
export function withPureValues(code) {
  const values = parseAst(code).body.flatMap((statement) =>
    statement.type === 'VariableDeclaration' ? statement.declarations.flatMap(({ init }) => init ?? []) : [],
  );
  let written = '';
  let from = 0;
  for (const { start, end } of values) {
    written += `${code.slice(from, start)}/* @__PURE__ */ (() => (${code.slice(start, end)}))()`;
    from = end;
  }
  return written + code.slice(from);
}
