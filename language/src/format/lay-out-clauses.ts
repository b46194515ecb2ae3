import type { CstElement } from 'chevrotain';
import { childrenOf, isNode } from '../syntax/cst.ts';
import { group, indent, row } from './document.ts';
import { block } from './lay-out-declarations.ts';
import {
  behind,
  hanging,
  isPart,
  joined,
  joint,
  type Layout,
  type Layouter,
  type Line,
  listed,
  listedParts,
} from './layout.ts';

const cites: Layout = (layouter, at) => {
  const [first, ...citations] = childrenOf(at);
  const [citation] = citations;
  if (first === undefined || citation === undefined) return row([]);
  return row([layouter.of(first), joint(layouter, citation, 'space'), listedParts(layouter, citations)]);
};

/** A condition whose further lines stand two deeper than its first word. */
const guarded: Layout = (layouter, at) => {
  const [first, ...others] = childrenOf(at);
  return first === undefined ? row([]) : row([layouter.of(first), ...behind(layouter, first, others, () => false)]);
};

/** What is limited, and to what, break apart only where they do not fit without the condition of the clause. */
const limit: Layout = (layouter, at) => {
  const parts = childrenOf(at);
  const bound = parts.findIndex((part) => isPart(part, 'bound'));
  const subject = parts.slice(0, bound);
  const [first] = subject;
  const found = parts[bound];
  if (first === undefined || found === undefined) return row(joined(layouter, parts));
  const core = group([...joined(layouter, subject), indent([joint(layouter, found, 'break'), layouter.of(found)])]);
  return group([core, ...behind(layouter, found, parts.slice(bound + 1), startsGuard)]);
};

function startsGuard(part: CstElement): boolean {
  return isPart(part, 'when', 'Otherwise');
}

const except: Layout = (layouter, at) => block(layouter, at, (part) => isPart(part, 'text', 'For', 'To', 'when'));

/**
 * The clauses of a rule, each on lines of its own. A level after the rule's own is that of the obligation that follows, and
 * stands on its line where both fit.
 */
function clauseLines(layouter: Layouter, clauses: readonly CstElement[]): readonly Line[] {
  const lines: Line[] = [];
  let levels = 0;
  let level: CstElement | undefined;
  for (const clause of clauses) {
    const inner = isNode(clause) ? childrenOf(clause)[0] : undefined;
    if (level !== undefined && isPart(inner, 'obligation')) {
      const together = [layouter.of(level), joint(layouter, clause, 'break'), layouter.of(clause)];
      lines.splice(-1, 1, { first: level, document: group(together) });
    } else lines.push({ first: clause, document: layouter.of(clause) });
    const isLevel = isPart(inner, 'level');
    level = isLevel && levels > 0 ? clause : undefined;
    if (isLevel) levels += 1;
  }
  return lines;
}

const rule: Layout = (layouter, at) => block(layouter, at, (part) => isPart(part, 'text'), clauseLines);

/** Clauses of rules and exceptions. */
export const clauseLayouts: Readonly<Record<string, Layout>> = {
  rule,
  cites,
  citation: hanging((part) => isPart(part, 'Quoting')),
  level: hanging((part) => isPart(part, 'Because')),
  when: guarded,
  trigger: guarded,
  satisfied: guarded,
  names: listed,
  forEach: hanging((part) => isPart(part, 'Where', 'IfAny')),
  require: hanging(startsGuard),
  limit,
  measured: hanging(startsGuard),
  disclose: hanging((part) => isPart(part, 'To') || startsGuard(part)),
  except,
};
