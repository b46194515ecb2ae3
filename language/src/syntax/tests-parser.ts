import type { CstNode, ParserMethod } from 'chevrotain';
import { LayoutParser, type ParserOptions } from './layout-parser.ts';
import * as token from './tokens.ts';

const key = token.keywordTokens;
type Rule = ParserMethod<[], CstNode>;

/** The grammar of tests of rules, as `docs/reference/tests.md` has it for readers. */
export class TestsParser extends LayoutParser {
  constructor(options: ParserOptions = {}) {
    super(options);
    this.performSelfAnalysis();
  }

  readonly testsFile: Rule = this.RULE('testsFile', () => {
    this.SUBRULE(this.testsHead);
    this.MANY(() => this.SUBRULE(this.testsPart));
  });

  /** What follows a head, by itself: for the stretches of a file that has mistakes in it. */
  readonly testsRest: Rule = this.RULE('testsRest', () => {
    this.MANY(() => this.SUBRULE(this.testsPart));
  });

  readonly testsHead: Rule = this.RULE('testsHead', () => {
    this.CONSUME(key.Tests);
    this.SUBRULE(this.qualifiedName);
    this.OPTION(() => this.SUBRULE(this.asOf));
  });

  readonly testsPart: Rule = this.RULE('testsPart', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.manifest) }, { ALT: () => this.SUBRULE(this.test) }]);
  });

  readonly qualifiedName: Rule = this.RULE('qualifiedName', () => {
    this.CONSUME(token.AnyName);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(token.Dot) }, { ALT: () => this.CONSUME(token.Slash) }]);
      this.CONSUME2(token.AnyName);
    });
  });

  readonly asOf: Rule = this.RULE('asOf', () => {
    this.CONSUME(key.AsOf);
    this.CONSUME(token.AnyDate);
  });

  readonly manifest: Rule = this.RULE('manifest', () => {
    this.CONSUME(key.Manifest);
    this.CONSUME(token.AnyName);
    this.CONSUME(key.Is);
    this.SUBRULE(this.given);
  });

  readonly test: Rule = this.RULE('test', () => {
    this.CONSUME(key.TestWord);
    this.CONSUME(token.AnyText);
    this.CONSUME(token.LeftBrace);
    this.CONSUME(key.Given);
    this.SUBRULE(this.given);
    this.OPTION(() => this.SUBRULE(this.asOf));
    this.OPTION2(() => this.SUBRULE(this.table));
    this.AT_LEAST_ONE(() => this.SUBRULE(this.expectation));
    this.CONSUME(token.RightBrace);
  });

  // ------------------------------------------------------------- manifests

  readonly given: Rule = this.RULE('given', () => {
    this.OR({
      // A manifest may be called `file`; before a text it is the word.
      IGNORE_AMBIGUITIES: true,
      DEF: [
        {
          ALT: () => {
            this.CONSUME(key.FileWord);
            this.CONSUME(token.AnyText);
          },
        },
        { ALT: () => this.SUBRULE(this.group) },
        { ALT: () => this.CONSUME(token.AnyName) },
      ],
    });
    this.OPTION(() => {
      this.CONSUME(key.But);
      this.SUBRULE(this.change);
      this.MANY(() => {
        this.CONSUME(key.And);
        this.SUBRULE2(this.change);
      });
    });
  });

  readonly change: Rule = this.RULE('change', () => {
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        {
          ALT: () => {
            this.CONSUME(key.Without);
            this.SUBRULE(this.path);
          },
        },
        {
          ALT: () => {
            this.SUBRULE2(this.path);
            this.CONSUME(key.Is);
            this.SUBRULE(this.value);
          },
        },
      ],
    });
  });

  readonly path: Rule = this.RULE('path', () => {
    this.CONSUME(token.AnyName);
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(token.Dot);
            this.CONSUME2(token.AnyName);
          },
        },
        { ALT: () => this.SUBRULE(this.item) },
      ]);
    });
  });

  /** The key of an item, whose parts have a slash between them. */
  readonly item: Rule = this.RULE('item', () => {
    this.CONSUME(token.LeftBracket);
    this.SUBRULE(this.keyPart);
    this.MANY(() => {
      this.CONSUME(token.Slash);
      this.SUBRULE2(this.keyPart);
    });
    this.CONSUME(token.RightBracket);
  });

  readonly keyPart: Rule = this.RULE('keyPart', () => {
    this.OR([
      { ALT: () => this.CONSUME(token.AnyName) },
      { ALT: () => this.CONSUME(token.AnyText) },
      { ALT: () => this.CONSUME(token.AnyNumber) },
      { ALT: () => this.CONSUME(token.AnyDate) },
    ]);
  });

  readonly value: Rule = this.RULE('value', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.group) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.CONSUME(token.AnyText) },
      { ALT: () => this.CONSUME(token.AnyDate) },
      { ALT: () => this.CONSUME(token.AnyPercentage) },
      { ALT: () => this.SUBRULE(this.number) },
      { ALT: () => this.SUBRULE(this.word) },
    ]);
  });

  readonly group: Rule = this.RULE('group', () => {
    this.CONSUME(token.LeftBrace);
    this.MANY(() => {
      this.SUBRULE(this.entry);
      this.OPTION(() => this.CONSUME(token.Comma));
    });
    this.CONSUME(token.RightBrace);
  });

  readonly entry: Rule = this.RULE('entry', () => {
    this.CONSUME(token.AnyName);
    this.CONSUME(token.Colon);
    this.SUBRULE(this.value);
  });

  readonly list: Rule = this.RULE('list', () => {
    this.CONSUME(token.LeftBracket);
    this.MANY_SEP({ SEP: token.Comma, DEF: () => this.SUBRULE(this.value) });
    this.CONSUME(token.RightBracket);
  });

  readonly number: Rule = this.RULE('number', () => {
    this.OPTION(() => this.CONSUME(token.Minus));
    this.CONSUME(token.AnyNumber);
    // What has a colon after it is the next field, whatever its name.
    this.OPTION2({ GATE: () => this.LA(2).tokenType !== token.Colon, DEF: () => this.SUBRULE(this.unit) });
  });

  readonly unit: Rule = this.RULE('unit', () => {
    this.OR([
      { ALT: () => this.CONSUME(key.Days) },
      { ALT: () => this.CONSUME(key.Weeks) },
      { ALT: () => this.CONSUME(key.Months) },
      { ALT: () => this.CONSUME(key.Years) },
    ]);
  });

  /** A choice, `yes`, `none`, or a purpose with its pack and its case. */
  readonly word: Rule = this.RULE('word', () => {
    this.CONSUME(token.AnyName);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(token.Dot) }, { ALT: () => this.CONSUME(token.Slash) }]);
      this.CONSUME2(token.AnyName);
    });
  });

  // ------------------------------------------------------------- tables and expectations

  readonly table: Rule = this.RULE('table', () => {
    this.CONSUME(key.For);
    this.SUBRULE(this.path);
    this.CONSUME(key.Among);
    this.AT_LEAST_ONE_SEP({ SEP: token.Comma, DEF: () => this.SUBRULE(this.cell) });
  });

  /** `nothing` takes the value away. */
  readonly cell: Rule = this.RULE('cell', () => {
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [{ ALT: () => this.CONSUME(key.Nothing) }, { ALT: () => this.SUBRULE(this.value) }],
    });
  });

  readonly expectation: Rule = this.RULE('expectation', () => {
    this.CONSUME(key.Expect);
    this.SUBRULE(this.qualifiedName);
    this.OPTION(() => {
      this.CONSUME(key.For);
      this.SUBRULE(this.path);
    });
    this.AT_LEAST_ONE_SEP({ SEP: token.Comma, DEF: () => this.SUBRULE(this.outcome) });
  });

  readonly outcome: Rule = this.RULE('outcome', () => {
    this.OR([
      { ALT: () => this.CONSUME(key.Passes) },
      { ALT: () => this.CONSUME(key.Fails) },
      { ALT: () => this.CONSUME(key.Unproven) },
      { ALT: () => this.CONSUME(key.Excepted) },
      { ALT: () => this.CONSUME(key.NotApplicable) },
    ]);
    this.OPTION(() => this.SUBRULE(this.exceptions));
    this.OPTION2(() => this.SUBRULE(this.places));
    this.OPTION3(() => this.SUBRULE(this.duties));
    this.OPTION4(() => this.SUBRULE(this.words));
  });

  readonly exceptions: Rule = this.RULE('exceptions', () => {
    this.CONSUME(key.By);
    this.AT_LEAST_ONE_SEP({ SEP: key.And, DEF: () => this.CONSUME(token.AnyName) });
  });

  readonly places: Rule = this.RULE('places', () => {
    this.CONSUME(key.AtPlace);
    this.AT_LEAST_ONE_SEP({ SEP: key.And, DEF: () => this.SUBRULE(this.path) });
  });

  readonly duties: Rule = this.RULE('duties', () => {
    this.CONSUME(key.BecauseOf);
    this.AT_LEAST_ONE_SEP({ SEP: key.And, DEF: () => this.SUBRULE(this.qualifiedName) });
  });

  readonly words: Rule = this.RULE('words', () => {
    this.CONSUME(key.Because);
    this.CONSUME(token.AnyText);
  });
}
