import type { Condition, CoreCompatibility, Term } from './core.ts';

/** What takes the place of some terms and names; the rest stays as it is. */
export interface Rewriting {
  /** What takes the place of a term, after what is in it has been rewritten. */
  readonly term: (term: Term) => Term;
  /** What takes the place of a condition, after what is in it has been rewritten. */
  readonly condition: (condition: Condition) => Condition;
  /** What takes the place of the id of a purpose. */
  readonly purpose: (id: string) => string;
}

/**
 * A condition with other terms in it. Variables that quantifiers bind are numbered by their depth, so that two programs give
 * the same numbers to the same condition.
 */
export function rewriteCondition(condition: Condition, rewriting: Rewriting): Condition {
  return new Rewriter(rewriting).condition(condition, noVariables);
}

/** A term with other terms in it, in the same way. */
export function rewriteTerm(term: Term, rewriting: Rewriting): Term {
  return new Rewriter(rewriting).term(term, noVariables);
}

type Variables = ReadonlyMap<number, number>;

const noVariables: Variables = new Map();

/** Bound variables start here: beyond the manifest and the item of `for each`. */
const firstBound = 2;

function bind(variables: Variables, variable: number): Variables {
  return new Map([...variables, [variable, firstBound + variables.size]]);
}

/** Keeps what it has made of definitions, which are many times the same. */
class Rewriter {
  private readonly definedConditions = new Map<Condition, Condition>();
  private readonly definedTerms = new Map<Term, Term>();
  private readonly rewriting: Rewriting;

  constructor(rewriting: Rewriting) {
    this.rewriting = rewriting;
  }

  condition(condition: Condition, variables: Variables): Condition {
    return this.rewriting.condition(this.insideCondition(condition, variables));
  }

  private insideCondition(condition: Condition, variables: Variables): Condition {
    switch (condition.kind) {
      case 'and':
      case 'or':
        return { ...condition, parts: condition.parts.map((part) => this.condition(part, variables)) };
      case 'not':
        return { ...condition, part: this.condition(condition.part, variables) };
      case 'compare':
        return {
          ...condition,
          left: this.term(condition.left, variables),
          right: this.term(condition.right, variables),
        };
      case 'holds':
      case 'recorded':
        return { ...condition, term: this.term(condition.term, variables) };
      case 'member':
        return { ...condition, item: this.term(condition.item, variables), list: this.term(condition.list, variables) };
      case 'within-period':
        return {
          ...condition,
          date: this.term(condition.date, variables),
          period: this.term(condition.period, variables),
        };
      case 'falls-under':
        return { ...condition, ...this.purposes(condition, variables) };
      case 'compatible': {
        const compatibilities = condition.compatibilities.map((each) => this.compatibility(each));
        return { ...condition, ...this.purposes(condition, variables), compatibilities };
      }
      case 'quantified':
        return this.quantified(condition, variables);
      case 'defined':
        return this.definition(condition);
      case 'always':
        return condition;
    }
  }

  private purposes(
    { use, collected }: { readonly use: Term; readonly collected: Term },
    variables: Variables,
  ): { readonly use: Term; readonly collected: Term } {
    return { use: this.term(use, variables), collected: this.term(collected, variables) };
  }

  private compatibility(declared: CoreCompatibility): CoreCompatibility {
    const { purpose } = this.rewriting;
    const condition = declared.condition && this.condition(declared.condition, noVariables);
    return { ...declared, collectedFor: purpose(declared.collectedFor), usedFor: purpose(declared.usedFor), condition };
  }

  private quantified(condition: Extract<Condition, { readonly kind: 'quantified' }>, variables: Variables): Condition {
    const inside = bind(variables, condition.variable);
    return {
      ...condition,
      variable: inside.get(condition.variable) ?? condition.variable,
      list: this.term(condition.list, variables),
      where: condition.where && this.condition(condition.where, inside),
      body: this.condition(condition.body, inside),
    };
  }

  private definition(condition: Extract<Condition, { readonly kind: 'defined' }>): Condition {
    const known = this.definedConditions.get(condition.condition);
    // A definition is one over the manifest: none of the variables around it stands in it.
    const inner = known ?? this.condition(condition.condition, noVariables);
    this.definedConditions.set(condition.condition, inner);
    return { ...condition, condition: inner };
  }

  term(term: Term, variables: Variables): Term {
    return this.rewriting.term(this.insideTerm(term, variables));
  }

  private insideTerm(term: Term, variables: Variables): Term {
    switch (term.kind) {
      case 'constant':
      case 'parameter':
      case 'as-of':
        return term;
      case 'variable':
        return { ...term, index: variables.get(term.index) ?? term.index };
      case 'field':
        return { ...term, of: this.term(term.of, variables) };
      case 'list':
        return { ...term, items: term.items.map((item) => this.term(item, variables)) };
      case 'arithmetic':
        return { ...term, left: this.term(term.left, variables), right: this.term(term.right, variables) };
      case 'aggregate':
        return this.aggregate(term, variables);
      case 'defined': {
        const inner = this.definedTerms.get(term.term) ?? this.term(term.term, noVariables);
        this.definedTerms.set(term.term, inner);
        return { ...term, term: inner };
      }
    }
  }

  private aggregate(term: Extract<Term, { readonly kind: 'aggregate' }>, variables: Variables): Term {
    const list = this.term(term.list, variables);
    if (term.selection === undefined) return { ...term, list };
    const inside = bind(variables, term.selection.variable);
    const condition = this.condition(term.selection.condition, inside);
    const variable = inside.get(term.selection.variable) ?? term.selection.variable;
    return { ...term, list, selection: { ...term.selection, variable, condition } };
  }
}
