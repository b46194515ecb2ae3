import type { CstNode, ParserMethod } from 'chevrotain';
import { LayoutParser, type ParserOptions } from './layout-parser.ts';
import * as token from './tokens.ts';

const key = token.keywordTokens;
type Rule = ParserMethod<[], CstNode>;

/**
 * The grammar, as a parser that keeps going after a mistake and gives a concrete tree; `docs/reference/grammar.md` says
 * the same for readers. The order of alternatives matters where a keyword may also be a name: the keyword comes first.
 */
export class PolicyParser extends LayoutParser {
  constructor(options: ParserOptions = {}) {
    super(options);
    this.performSelfAnalysis();
  }

  /**
   * Head and declarations are one repetition, so that a mistake in the head does not end the file; the reading of the
   * tree reports what stands in the wrong order.
   */
  readonly packFile: Rule = this.RULE('packFile', () => {
    this.SUBRULE(this.packHead);
    this.MANY(() => this.SUBRULE(this.packPart));
  });

  /** What follows a head, by itself: for the stretches of a file that has mistakes in it. */
  readonly packRest: Rule = this.RULE('packRest', () => {
    this.MANY(() => this.SUBRULE(this.packPart));
  });

  readonly packHead: Rule = this.RULE('packHead', () => {
    this.CONSUME(key.Pack);
    this.SUBRULE(this.qualifiedName);
    this.OPTION(() => this.SUBRULE(this.version));
  });

  readonly packPart: Rule = this.RULE('packPart', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.title) },
      { ALT: () => this.SUBRULE(this.languageClause) },
      { ALT: () => this.SUBRULE(this.judges) },
      { ALT: () => this.SUBRULE(this.use) },
      { ALT: () => this.SUBRULE(this.scope) },
      { ALT: () => this.SUBRULE(this.was) },
      { ALT: () => this.SUBRULE(this.note) },
      { ALT: () => this.SUBRULE(this.source) },
      { ALT: () => this.SUBRULE(this.purpose) },
      { ALT: () => this.SUBRULE(this.cut) },
      { ALT: () => this.SUBRULE(this.compatible) },
      { ALT: () => this.SUBRULE(this.parameter) },
      { ALT: () => this.SUBRULE(this.define) },
      { ALT: () => this.SUBRULE(this.rule) },
    ]);
  });

  readonly vocabularyFile: Rule = this.RULE('vocabularyFile', () => {
    this.SUBRULE(this.vocabularyHead);
    this.MANY(() => this.SUBRULE(this.vocabularyPart));
  });

  /** What follows a head, by itself: for the stretches of a file that has mistakes in it. */
  readonly vocabularyRest: Rule = this.RULE('vocabularyRest', () => {
    this.MANY(() => this.SUBRULE(this.vocabularyPart));
  });

  readonly vocabularyHead: Rule = this.RULE('vocabularyHead', () => {
    this.CONSUME(key.Vocabulary);
    this.SUBRULE(this.qualifiedName);
    this.OPTION(() => this.SUBRULE(this.version));
  });

  readonly vocabularyPart: Rule = this.RULE('vocabularyPart', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.title) },
      { ALT: () => this.SUBRULE(this.languageClause) },
      { ALT: () => this.SUBRULE(this.extendsClause) },
      { ALT: () => this.SUBRULE(this.note) },
      { ALT: () => this.SUBRULE(this.record) },
      { ALT: () => this.SUBRULE(this.choices) },
    ]);
  });

  /** A number that is no version (`1.0`) is read too, for a message of its own. */
  readonly version: Rule = this.RULE('version', () => {
    this.CONSUME(key.Version);
    this.OR([{ ALT: () => this.CONSUME(token.VersionLiteral) }, { ALT: () => this.CONSUME(token.AnyNumber) }]);
  });

  // ------------------------------------------------------------- small parts

  readonly qualifiedName: Rule = this.RULE('qualifiedName', () => {
    this.CONSUME(token.AnyName);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(token.Dot) }, { ALT: () => this.CONSUME(token.Slash) }]);
      this.CONSUME2(token.AnyName);
    });
  });

  readonly text: Rule = this.RULE('text', () => {
    this.OR([
      { ALT: () => this.CONSUME(token.AnyText) },
      { ALT: () => this.AT_LEAST_ONE(() => this.SUBRULE(this.taggedText)) },
    ]);
  });

  /** In the Dutch spelling the tag `en` is the word for `and`. */
  readonly taggedText: Rule = this.RULE('taggedText', () => {
    this.OR([
      { ALT: () => this.CONSUME(key.Dutch) },
      { ALT: () => this.CONSUME(key.English) },
      { ALT: () => this.CONSUME(key.And) },
    ]);
    this.CONSUME(token.AnyText);
  });

  readonly title: Rule = this.RULE('title', () => {
    this.CONSUME(key.Title);
    this.SUBRULE(this.text);
  });

  readonly languageClause: Rule = this.RULE('languageClause', () => {
    this.CONSUME(key.LanguageWord);
    this.OR([
      { ALT: () => this.CONSUME(key.Dutch) },
      { ALT: () => this.CONSUME(key.English) },
      { ALT: () => this.CONSUME(key.And) },
    ]);
  });

  readonly judges: Rule = this.RULE('judges', () => {
    this.CONSUME(key.Judges);
    this.CONSUME(token.AnyName);
  });

  readonly use: Rule = this.RULE('use', () => {
    this.CONSUME(key.Use);
    this.SUBRULE(this.qualifiedName);
    this.CONSUME(token.AnyNumber);
    this.OPTION(() => {
      this.CONSUME(key.As);
      this.CONSUME(token.AnyName);
    });
  });

  readonly extendsClause: Rule = this.RULE('extendsClause', () => {
    this.CONSUME(key.Extends);
    this.SUBRULE(this.qualifiedName);
    this.CONSUME(token.AnyNumber);
  });

  readonly scope: Rule = this.RULE('scope', () => {
    this.CONSUME(key.ScopeWord);
    this.OPTION(() => this.SUBRULE(this.text));
    this.CONSUME(key.When);
    this.SUBRULE(this.condition);
  });

  readonly note: Rule = this.RULE('note', () => {
    this.CONSUME(key.NoteWord);
    this.CONSUME(token.AnyName);
    this.SUBRULE(this.text);
  });

  readonly was: Rule = this.RULE('was', () => {
    this.CONSUME(key.Was);
    this.CONSUME(token.AnyName);
  });

  readonly inForce: Rule = this.RULE('inForce', () => {
    this.OR([{ ALT: () => this.CONSUME(key.InForceFrom) }, { ALT: () => this.CONSUME(key.InForceUntil) }]);
    this.CONSUME(token.AnyDate);
  });

  // ------------------------------------------------------------- vocabularies

  readonly record: Rule = this.RULE('record', () => {
    this.OR([{ ALT: () => this.CONSUME(key.RecordWord) }, { ALT: () => this.CONSUME(key.Manifest) }]);
    this.CONSUME(token.AnyName);
    this.OPTION(() => this.SUBRULE(this.text));
    this.CONSUME(token.LeftBrace);
    this.MANY(() => this.SUBRULE(this.field));
    this.CONSUME(token.RightBrace);
  });

  readonly field: Rule = this.RULE('field', () => {
    this.CONSUME(token.AnyName);
    this.CONSUME(token.Colon);
    this.SUBRULE(this.type);
    // What has a colon after it is the next field, whatever its name.
    this.MANY({ GATE: () => this.LA(2).tokenType !== token.Colon, DEF: () => this.SUBRULE(this.fieldPart) });
  });

  readonly fieldPart: Rule = this.RULE('fieldPart', () => {
    this.OR([
      { ALT: () => this.CONSUME(key.AbsentMeansNone) },
      { ALT: () => this.SUBRULE(this.role) },
      { ALT: () => this.SUBRULE(this.note) },
      { ALT: () => this.SUBRULE(this.was) },
      { ALT: () => this.SUBRULE(this.text) },
    ]);
  });

  readonly role: Rule = this.RULE('role', () => {
    this.CONSUME(key.Role);
    this.CONSUME(token.AnyName);
  });

  readonly type: Rule = this.RULE('type', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(key.ListOf);
          this.SUBRULE(this.type);
          this.OPTION(() => {
            this.CONSUME(key.KeyedBy);
            this.SUBRULE(this.names);
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME(key.OneOf);
          this.CONSUME(token.AnyName);
        },
      },
      // A name with a colon after it is the next field, whose predecessor has no type yet.
      { GATE: () => this.LA(2).tokenType !== token.Colon, ALT: () => this.CONSUME2(token.AnyName) },
    ]);
  });

  readonly names: Rule = this.RULE('names', () => {
    this.AT_LEAST_ONE_SEP({ SEP: token.Comma, DEF: () => this.CONSUME(token.AnyName) });
  });

  readonly choices: Rule = this.RULE('choices', () => {
    this.CONSUME(key.Choices);
    this.CONSUME(token.AnyName);
    this.OPTION(() => this.SUBRULE(this.text));
    this.CONSUME(token.LeftBrace);
    this.MANY(() => this.SUBRULE(this.choice));
    this.CONSUME(token.RightBrace);
  });

  readonly choice: Rule = this.RULE('choice', () => {
    this.CONSUME(token.AnyName);
    // `nl` without a text, and `role` and `was` without a name, are choices of that name.
    this.MANY({ GATE: () => this.atWholePart(), DEF: () => this.SUBRULE(this.choicePart) });
  });

  readonly choicePart: Rule = this.RULE('choicePart', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.role) },
      { ALT: () => this.SUBRULE(this.was) },
      { ALT: () => this.SUBRULE(this.text) },
    ]);
  });

  // ------------------------------------------------------------- sources, purposes, parameters, definitions

  readonly source: Rule = this.RULE('source', () => {
    this.CONSUME(key.Source);
    this.CONSUME(token.AnyName);
    this.SUBRULE(this.text);
    this.MANY(() => this.SUBRULE(this.sourcePart));
    this.OPTION(() => {
      this.CONSUME(token.LeftBrace);
      this.MANY2(() => this.SUBRULE(this.passage));
      this.CONSUME(token.RightBrace);
    });
  });

  readonly sourcePart: Rule = this.RULE('sourcePart', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(key.At);
          this.OR2([{ ALT: () => this.CONSUME(token.AnyText) }, { ALT: () => this.CONSUME(token.Iri) }]);
        },
      },
      { ALT: () => this.SUBRULE(this.inForce) },
      {
        ALT: () => {
          this.CONSUME(key.Version);
          this.CONSUME(token.AnyDate);
        },
      },
      { ALT: () => this.CONSUME(key.GivesNoNumbers) },
      { ALT: () => this.SUBRULE(this.note) },
    ]);
  });

  readonly passage: Rule = this.RULE('passage', () => {
    this.CONSUME(token.AnyText);
    this.CONSUME(key.Says);
    this.SUBRULE(this.text);
  });

  readonly purpose: Rule = this.RULE('purpose', () => {
    this.OPTION(() => this.CONSUME(key.Open));
    this.CONSUME(key.Purpose);
    this.CONSUME(token.AnyName);
    this.MANY(() => this.SUBRULE(this.purposePart));
    this.OPTION2(() => {
      this.CONSUME(token.LeftBrace);
      this.MANY2(() => this.SUBRULE(this.purpose));
      this.CONSUME(token.RightBrace);
    });
  });

  readonly purposePart: Rule = this.RULE('purposePart', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(key.Under);
          this.AT_LEAST_ONE_SEP({ SEP: token.Comma, DEF: () => this.SUBRULE(this.qualifiedName) });
        },
      },
      {
        ALT: () => {
          this.CONSUME(key.SameAs);
          this.OR2([{ ALT: () => this.CONSUME(token.Iri) }, { ALT: () => this.SUBRULE2(this.qualifiedName) }]);
        },
      },
      { ALT: () => this.SUBRULE(this.note) },
      { ALT: () => this.SUBRULE(this.was) },
      { ALT: () => this.SUBRULE(this.text) },
    ]);
  });

  readonly cut: Rule = this.RULE('cut', () => {
    this.CONSUME(key.Cut);
    this.SUBRULE(this.qualifiedName);
    this.CONSUME(key.Under);
    this.SUBRULE2(this.qualifiedName);
    this.OPTION(() => {
      this.CONSUME(key.Because);
      this.SUBRULE(this.text);
    });
  });

  readonly compatible: Rule = this.RULE('compatible', () => {
    this.CONSUME(key.DataCollectedFor);
    this.SUBRULE(this.qualifiedName);
    this.CONSUME(key.MayBeUsedFor);
    this.SUBRULE2(this.qualifiedName);
    this.OPTION(() => {
      this.CONSUME(key.When);
      this.SUBRULE(this.condition);
    });
    this.OPTION2(() => this.SUBRULE(this.cites));
  });

  readonly parameter: Rule = this.RULE('parameter', () => {
    this.CONSUME(key.Parameter);
    this.CONSUME(token.AnyName);
    this.CONSUME(token.Colon);
    this.SUBRULE(this.type);
    this.CONSUME(token.Equals);
    this.SUBRULE(this.operand);
    this.MANY(() => this.SUBRULE(this.parameterPart));
  });

  readonly parameterPart: Rule = this.RULE('parameterPart', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(key.SetBy);
          this.SUBRULE(this.text);
        },
      },
      {
        ALT: () => {
          this.CONSUME(key.Because);
          this.SUBRULE2(this.text);
        },
      },
      {
        ALT: () => {
          this.CONSUME(key.ReconsiderBy);
          this.CONSUME(token.AnyDate);
        },
      },
      { ALT: () => this.CONSUME(key.StricterWhenLower) },
      { ALT: () => this.CONSUME(key.StricterWhenHigher) },
      { ALT: () => this.SUBRULE(this.was) },
      { ALT: () => this.SUBRULE(this.note) },
    ]);
  });

  readonly define: Rule = this.RULE('define', () => {
    this.CONSUME(key.Define);
    this.CONSUME(token.AnyName);
    this.OPTION(() => this.SUBRULE(this.text));
    this.OPTION2(() => this.SUBRULE(this.judges));
    this.CONSUME(token.Colon);
    this.SUBRULE(this.condition);
  });

  // ------------------------------------------------------------- rules

  readonly rule: Rule = this.RULE('rule', () => {
    this.OR([
      { ALT: () => this.CONSUME(key.PurposeLimitation) },
      { ALT: () => this.CONSUME(key.ErrorMargin) },
      { ALT: () => this.CONSUME(key.HumanIntervention) },
      { ALT: () => this.CONSUME(key.Transparency) },
      { ALT: () => this.CONSUME(key.Rule) },
    ]);
    this.CONSUME(token.AnyName);
    this.OPTION(() => this.SUBRULE(this.text));
    this.CONSUME(token.LeftBrace);
    this.MANY(() => this.SUBRULE(this.clause));
    this.CONSUME(token.RightBrace);
  });

  readonly clause: Rule = this.RULE('clause', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.level) },
      { ALT: () => this.SUBRULE(this.cites) },
      { ALT: () => this.SUBRULE(this.judges) },
      { ALT: () => this.SUBRULE(this.inForce) },
      { ALT: () => this.SUBRULE(this.when) },
      { ALT: () => this.SUBRULE(this.trigger) },
      { ALT: () => this.SUBRULE(this.forEach) },
      { ALT: () => this.SUBRULE(this.obligation) },
      { ALT: () => this.SUBRULE(this.except) },
      { ALT: () => this.SUBRULE(this.nextStep) },
      { ALT: () => this.SUBRULE(this.note) },
      { ALT: () => this.SUBRULE(this.was) },
    ]);
  });

  readonly level: Rule = this.RULE('level', () => {
    this.OR([
      { ALT: () => this.CONSUME(key.Mandatory) },
      { ALT: () => this.CONSUME(key.ComplyOrExplain) },
      { ALT: () => this.CONSUME(key.Recommended) },
    ]);
    this.OPTION(() => {
      this.CONSUME(key.ChosenBy);
      this.SUBRULE(this.text);
    });
    this.OPTION2(() => {
      this.CONSUME(key.Because);
      this.SUBRULE2(this.text);
    });
  });

  readonly cites: Rule = this.RULE('cites', () => {
    this.CONSUME(key.Cites);
    this.AT_LEAST_ONE_SEP({ SEP: token.Comma, DEF: () => this.SUBRULE(this.citation) });
  });

  readonly citation: Rule = this.RULE('citation', () => {
    this.CONSUME(token.AnyName);
    this.CONSUME(token.AnyText);
    this.OPTION(() => {
      this.CONSUME(key.Quoting);
      this.SUBRULE(this.text);
    });
  });

  readonly when: Rule = this.RULE('when', () => {
    this.CONSUME(key.When);
    this.SUBRULE(this.condition);
  });

  readonly trigger: Rule = this.RULE('trigger', () => {
    this.CONSUME(key.TriggerWhen);
    this.SUBRULE(this.condition);
  });

  readonly forEach: Rule = this.RULE('forEach', () => {
    this.CONSUME(key.ForEach);
    this.CONSUME(token.AnyName);
    this.CONSUME(key.In);
    this.SUBRULE(this.path);
    this.OPTION(() => {
      this.CONSUME(key.Where);
      this.SUBRULE(this.condition);
    });
    this.OPTION2(() => this.CONSUME(key.IfAny));
  });

  readonly obligation: Rule = this.RULE('obligation', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.satisfied) },
      { ALT: () => this.SUBRULE(this.require) },
      { ALT: () => this.SUBRULE(this.limit) },
      { ALT: () => this.SUBRULE(this.measured) },
      { ALT: () => this.SUBRULE(this.disclose) },
    ]);
  });

  readonly satisfied: Rule = this.RULE('satisfied', () => {
    this.CONSUME(key.Satisfied);
    this.OPTION(() => this.CONSUME(token.AnyName));
    this.CONSUME(key.When);
    this.SUBRULE(this.condition);
  });

  readonly clauseName: Rule = this.RULE('clauseName', () => {
    this.CONSUME(token.AnyName);
    this.CONSUME(token.Colon);
  });

  readonly require: Rule = this.RULE('require', () => {
    this.CONSUME(key.Require);
    this.OPTION(() => this.SUBRULE(this.clauseName));
    this.SUBRULE(this.demand);
    this.OPTION2(() => this.SUBRULE(this.when));
    this.OPTION3(() => {
      this.CONSUME(key.Otherwise);
      this.SUBRULE(this.condition);
    });
  });

  readonly demand: Rule = this.RULE('demand', () => {
    this.OR([
      { ALT: () => this.CONSUME(key.ReviewBeforeDecision) },
      { ALT: () => this.CONSUME(key.ReviewerCanOverrule) },
      {
        ALT: () => {
          this.CONSUME(key.ApprovalBy);
          this.SUBRULE(this.operand);
        },
      },
      { ALT: () => this.SUBRULE(this.condition) },
    ]);
  });

  readonly limit: Rule = this.RULE('limit', () => {
    this.CONSUME(key.Limit);
    this.OPTION(() => this.SUBRULE(this.clauseName));
    this.SUBRULE(this.operand);
    this.SUBRULE(this.bound);
    this.OPTION2(() => this.SUBRULE(this.when));
    this.OPTION3(() => {
      this.CONSUME(key.Otherwise);
      this.SUBRULE2(this.bound);
    });
  });

  readonly bound: Rule = this.RULE('bound', () => {
    this.OR([{ ALT: () => this.CONSUME(key.ToAtMost) }, { ALT: () => this.CONSUME(key.ToAtLeast) }]);
    this.SUBRULE(this.operand);
  });

  readonly measured: Rule = this.RULE('measured', () => {
    this.CONSUME(key.Measured);
    this.OPTION(() => this.SUBRULE(this.clauseName));
    this.OR([
      {
        ALT: () => {
          this.CONSUME(key.OnAtLeast);
          this.SUBRULE(this.operand);
          this.CONSUME(key.Cases);
        },
      },
      {
        ALT: () => {
          this.CONSUME(key.Within);
          this.SUBRULE2(this.operand);
        },
      },
    ]);
    this.OPTION2(() => this.SUBRULE(this.when));
  });

  readonly disclose: Rule = this.RULE('disclose', () => {
    this.CONSUME(key.Disclose);
    this.SUBRULE(this.names);
    this.CONSUME(key.To);
    this.SUBRULE2(this.names);
    this.OPTION(() => {
      this.CONSUME(key.WithExtent);
      this.CONSUME(token.AnyName);
    });
    this.OPTION2(() => this.SUBRULE(this.when));
  });

  readonly except: Rule = this.RULE('except', () => {
    this.CONSUME(key.Except);
    this.CONSUME(token.AnyName);
    this.OPTION(() => this.SUBRULE(this.text));
    this.OPTION2(() => {
      this.CONSUME(key.For);
      this.SUBRULE(this.names);
    });
    this.OPTION3(() => {
      this.CONSUME(key.To);
      this.SUBRULE2(this.names);
    });
    this.OPTION4(() => this.SUBRULE(this.when));
    this.OPTION5(() => {
      this.CONSUME(token.LeftBrace);
      this.MANY(() => this.SUBRULE(this.exceptionItem));
      this.CONSUME(token.RightBrace);
    });
  });

  readonly exceptionItem: Rule = this.RULE('exceptionItem', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.ground) },
      {
        ALT: () => {
          this.CONSUME(key.AgreedBy);
          this.SUBRULE(this.operand);
        },
      },
      {
        ALT: () => {
          this.CONSUME(key.LastsAtMost);
          this.SUBRULE2(this.operand);
        },
      },
      {
        ALT: () => {
          this.CONSUME(key.Still);
          this.OPTION(() => this.SUBRULE(this.level));
          this.SUBRULE(this.obligation);
        },
      },
      { ALT: () => this.SUBRULE(this.cites) },
      { ALT: () => this.SUBRULE(this.note) },
      { ALT: () => this.SUBRULE(this.was) },
    ]);
  });

  /** `nl "…"` after `ground` is a text, not a ground of that name. */
  readonly ground: Rule = this.RULE('ground', () => {
    this.CONSUME(key.Ground);
    this.OPTION({ GATE: () => !this.atTaggedText(), DEF: () => this.CONSUME(token.AnyName) });
    this.OPTION2(() => this.SUBRULE(this.text));
  });

  readonly nextStep: Rule = this.RULE('nextStep', () => {
    this.CONSUME(key.NextStep);
    this.SUBRULE(this.text);
  });

  // ------------------------------------------------------------- expressions

  readonly condition: Rule = this.RULE('condition', () => {
    this.SUBRULE(this.term);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(key.And) }, { ALT: () => this.CONSUME(key.Or) }]);
      this.SUBRULE2(this.term);
    });
  });

  /**
   * Values and comparisons stand in one row, which the reading of the tree groups: with a rule for each level of
   * binding, parentheses in parentheses would cost three times the stack.
   */
  readonly term: Rule = this.RULE('term', () => {
    this.MANY(() => this.CONSUME(key.Not));
    this.OR([
      { ALT: () => this.SUBRULE(this.quantified) },
      {
        ALT: () => {
          this.SUBRULE(this.primary);
          this.MANY2(() => {
            this.OR2([
              { ALT: () => this.CONSUME(key.IsRecorded) },
              { ALT: () => this.CONSUME(key.IsNotRecorded) },
              {
                ALT: () => {
                  this.SUBRULE(this.operator);
                  this.SUBRULE2(this.primary);
                },
              },
            ]);
          });
        },
      },
    ]);
  });

  readonly quantified: Rule = this.RULE('quantified', () => {
    this.OR([{ ALT: () => this.CONSUME(key.Every) }, { ALT: () => this.CONSUME(key.Some) }]);
    this.CONSUME(token.AnyName);
    this.CONSUME(key.In);
    this.SUBRULE(this.path);
    this.OPTION(() => {
      this.CONSUME(key.Where);
      this.SUBRULE(this.condition);
    });
    this.OPTION2(() => this.CONSUME(key.IfAny));
    this.CONSUME(token.Colon);
    this.SUBRULE(this.term);
  });

  readonly operator: Rule = this.RULE('operator', () => {
    this.OR([
      { ALT: () => this.CONSUME(key.IsNotOneOf) },
      { ALT: () => this.CONSUME(key.IsOneOf) },
      { ALT: () => this.CONSUME(key.IsAtLeast) },
      { ALT: () => this.CONSUME(key.IsAtMost) },
      { ALT: () => this.CONSUME(key.IsMoreThan) },
      { ALT: () => this.CONSUME(key.IsLessThan) },
      { ALT: () => this.CONSUME(key.IsOnOrBefore) },
      { ALT: () => this.CONSUME(key.IsOnOrAfter) },
      { ALT: () => this.CONSUME(key.IsBefore) },
      { ALT: () => this.CONSUME(key.IsAfter) },
      { ALT: () => this.CONSUME(key.IsWithin) },
      { ALT: () => this.CONSUME(key.FallsUnder) },
      { ALT: () => this.CONSUME(key.IsCompatibleWith) },
      { ALT: () => this.CONSUME(key.IsNot) },
      { ALT: () => this.CONSUME(key.Is) },
      { ALT: () => this.CONSUME(key.Contains) },
      { ALT: () => this.CONSUME(token.Equals) },
      { ALT: () => this.CONSUME(token.NotEquals) },
      { ALT: () => this.CONSUME(token.LessOrEqual) },
      { ALT: () => this.CONSUME(token.GreaterOrEqual) },
      { ALT: () => this.CONSUME(token.Less) },
      { ALT: () => this.CONSUME(token.Greater) },
      { ALT: () => this.SUBRULE(this.arithmetic) },
    ]);
  });

  readonly arithmetic: Rule = this.RULE('arithmetic', () => {
    this.OR([
      { ALT: () => this.CONSUME(token.Plus) },
      { ALT: () => this.CONSUME(token.Minus) },
      { ALT: () => this.CONSUME(token.Star) },
      { ALT: () => this.CONSUME(token.Slash) },
    ]);
  });

  readonly operand: Rule = this.RULE('operand', () => {
    this.SUBRULE(this.primary);
    this.MANY(() => {
      this.SUBRULE(this.arithmetic);
      this.SUBRULE2(this.primary);
    });
  });

  readonly primary: Rule = this.RULE('primary', () => {
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { ALT: () => this.CONSUME(token.AnyText) },
        { ALT: () => this.CONSUME(token.AnyDate) },
        { ALT: () => this.CONSUME(token.AnyPercentage) },
        { ALT: () => this.SUBRULE(this.number) },
        { ALT: () => this.SUBRULE(this.list) },
        {
          ALT: () => {
            this.CONSUME(token.LeftParenthesis);
            this.SUBRULE(this.condition);
            this.CONSUME(token.RightParenthesis);
          },
        },
        { ALT: () => this.SUBRULE(this.each) },
        { ALT: () => this.SUBRULE(this.countWhere) },
        { ALT: () => this.SUBRULE(this.aggregate) },
        { ALT: () => this.SUBRULE(this.parameterReference) },
        { ALT: () => this.SUBRULE(this.path) },
      ],
    });
  });

  readonly number: Rule = this.RULE('number', () => {
    this.OPTION(() => this.CONSUME(token.Minus));
    this.CONSUME(token.AnyNumber);
    this.OPTION2(() => {
      this.OR([
        { ALT: () => this.CONSUME(key.Days) },
        { ALT: () => this.CONSUME(key.Weeks) },
        { ALT: () => this.CONSUME(key.Months) },
        { ALT: () => this.CONSUME(key.Years) },
      ]);
    });
  });

  readonly list: Rule = this.RULE('list', () => {
    this.CONSUME(token.LeftBracket);
    this.MANY_SEP({ SEP: token.Comma, DEF: () => this.SUBRULE(this.operand) });
    this.CONSUME(token.RightBracket);
  });

  readonly each: Rule = this.RULE('each', () => {
    this.OR([{ ALT: () => this.CONSUME(key.Every) }, { ALT: () => this.CONSUME(key.Some) }]);
    this.SUBRULE(this.path);
    this.OPTION(() => this.CONSUME(key.IfAny));
  });

  readonly countWhere: Rule = this.RULE('countWhere', () => {
    this.CONSUME(key.Count);
    this.CONSUME(token.AnyName);
    this.CONSUME(key.In);
    this.SUBRULE(this.path);
    this.OPTION(() => {
      this.CONSUME(key.Where);
      this.SUBRULE(this.condition);
    });
  });

  readonly aggregate: Rule = this.RULE('aggregate', () => {
    this.OR([
      { ALT: () => this.CONSUME(key.Count) },
      { ALT: () => this.CONSUME(key.Highest) },
      { ALT: () => this.CONSUME(key.Lowest) },
      { ALT: () => this.CONSUME(key.Sum) },
    ]);
    this.SUBRULE(this.path);
  });

  readonly parameterReference: Rule = this.RULE('parameterReference', () => {
    this.CONSUME(key.Parameter);
    this.CONSUME(token.AnyName);
  });

  readonly path: Rule = this.RULE('path', () => {
    this.CONSUME(token.AnyName);
    this.MANY(() => {
      this.CONSUME(token.Dot);
      this.CONSUME2(token.AnyName);
    });
  });

  /** The parser's own look-ahead ends where a rule ends, so that it cannot see what follows a choice. */
  private atWholePart(): boolean {
    const [first, second] = [this.LA(1), this.LA(2)];
    if (first.tokenType === key.Role || first.tokenType === key.Was) return token.isOf(second, token.AnyName);
    return token.isOf(first, token.AnyText) || token.isOf(second, token.AnyText);
  }

  private atTaggedText(): boolean {
    const [first, second] = [this.LA(1), this.LA(2)];
    const isTag = [key.Dutch, key.English, key.And].includes(first.tokenType);
    return isTag && token.isOf(second, token.AnyText);
  }
}
