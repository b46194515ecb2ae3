import type { DiagnosticKind } from './diagnostic.ts';

// What can be wrong with a rule, its obligations and its exceptions.

/** A rule without a level. */
export const noLevel: DiagnosticKind = {
  code: 'WB0401',
  severity: 'error',
  title: { en: 'A rule does not state its level', nl: 'Een regel noemt zijn niveau niet' },
  explanation: 'There is no default: a rule is `mandatory`, `comply-or-explain` or `recommended`, and says so first.',
  wrong: 'rule dpia "A DPIA comes first" {\n  require assessments.dpia.completed is recorded\n}',
  right:
    'rule dpia "A DPIA comes first" {\n  mandatory chosen by "CIO"\n  require assessments.dpia.completed is recorded\n}',
};

/** No source gives the level, and nobody is said to have chosen it. */
export const levelNotChosen: DiagnosticKind = {
  code: 'WB0402',
  severity: 'error',
  title: { en: 'Nobody is said to have chosen the level', nl: 'Er staat niet bij wie het niveau heeft gekozen' },
  explanation: 'This rule cites no source that could give its level, so somebody chose it. Say who.',
  wrong: 'rule x { comply-or-explain  require purpose is recorded }',
  right: 'rule x { comply-or-explain chosen by "CIO"  require purpose is recorded }',
};

/** A rule that asks nothing. */
export const noObligation: DiagnosticKind = {
  code: 'WB0403',
  severity: 'error',
  title: { en: 'A rule asks nothing', nl: 'Een regel vraagt niets' },
  explanation:
    'A rule needs at least one obligation (`require`, `limit`, `satisfied when`, `give insight in`), or it would pass whatever a manifest says.',
  wrong: 'rule x { mandatory chosen by "CIO"  when method.profiling }',
  right: 'rule x { mandatory chosen by "CIO"  when method.profiling  require purpose is recorded }',
};

/** A literal number in a rule that cites a source without numbers. */
export const literalNumber: DiagnosticKind = {
  code: 'WB0404',
  severity: 'error',
  title: { en: 'A number that the cited source does not give', nl: 'Een getal dat de aangehaalde bron niet geeft' },
  explanation:
    'The rule cites a source that is marked `gives no numbers`. A number or term of your own is a parameter, which says who chose it and why.',
  wrong: 'cites brief "Evaluatie"\nrequire evaluation.last is within 12 months',
  right: 'cites brief "Evaluatie"\nrequire evaluation.last is within evaluation-interval',
};

/** A citation of a source that is not declared. */
export const unknownSource: DiagnosticKind = {
  code: 'WB0405',
  severity: 'error',
  title: { en: 'A source is not declared', nl: 'Een bron is niet verklaard' },
  explanation: 'A rule cites sources that its pack, or a pack that it uses, declares with `source`.',
  wrong: 'cites agv "art. 22"',
  right: 'cites avg "art. 22"',
};

/** A clause that may stand once stands twice. */
export const clauseTwice: DiagnosticKind = {
  code: 'WB0406',
  severity: 'error',
  title: { en: 'A clause stands twice', nl: 'Een bepaling staat er twee keer' },
  explanation: 'A rule has one level, one `for each`, one `judges`, one first and one last day, and one next step.',
  wrong: 'for each dataset in datasets\nfor each margin in error_margins',
  right: 'for each dataset in datasets',
};

/** No field plays the role that a construct needs. */
export const roleNotFound: DiagnosticKind = {
  code: 'WB0407',
  severity: 'error',
  title: { en: 'The vocabulary has no field for this', nl: 'De woordenlijst heeft hier geen veld voor' },
  explanation:
    'A construct finds its fields by their role: in the measured record first, then outward. No field there has the role that this clause needs. Add the role to the field in the vocabulary, or write the duty out with `require`.',
  wrong: 'limit method.threshold to at most 5%\nmeasured on at least 100 cases',
  right: 'limit every margin.measurements.value to at most margin.max\nmeasured on at least 100 cases',
};

/** Two fields play the role that a construct needs. */
export const roleTwice: DiagnosticKind = {
  code: 'WB0408',
  severity: 'error',
  title: { en: 'Two fields have the role that this needs', nl: 'Twee velden hebben de rol die hiervoor nodig is' },
  explanation:
    'Which of the two is meant cannot be known. Take the role away from one, or write the duty out with `require`.',
  wrong: 'n: count role sample-size\nm: count role sample-size',
  right: 'n: count role sample-size\nm: count',
};

/** An exception covers something that the rule does not ask. */
export const unknownCover: DiagnosticKind = {
  code: 'WB0409',
  severity: 'error',
  title: {
    en: 'An exception covers something that the rule does not ask',
    nl: 'Een uitzondering dekt iets wat de regel niet vraagt',
  },
  explanation: 'After `for` stand names of obligations of this rule, or items into which it asks for insight.',
  wrong: 'give insight in logic to public\nexcept x for datasets { ground "…" }',
  right: 'give insight in logic to public\nexcept x for logic { ground "…" }',
};

/** Two obligations or exceptions of one rule have one name. */
export const obligationTwice: DiagnosticKind = {
  code: 'WB0410',
  severity: 'error',
  title: { en: 'A name stands twice in one rule', nl: 'Een naam staat twee keer in één regel' },
  explanation:
    'Claims, explanations and baselines name an obligation or exception within its rule, so each has a name of its own.',
  wrong: 'require a: purpose is recorded\nrequire a: goal is recorded',
  right: 'require a: purpose is recorded\nrequire b: goal is recorded',
};

/** A parameter without who set it, or why. */
export const parameterWithoutChoice: DiagnosticKind = {
  code: 'WB0411',
  severity: 'error',
  title: {
    en: 'A parameter does not say who set it and why',
    nl: 'Een parameter zegt niet wie hem vaststelde en waarom',
  },
  explanation:
    'A number, term or role that no source gives is somebody’s choice. The report shows who made it and why, so the parameter says so.',
  wrong: 'parameter max-rate: share = 5%',
  right: 'parameter max-rate: share = 5%\n  set by "CIO" because "First value, to be reviewed after a year"',
};

/** A compatibility without a ground. */
export const compatibleWithoutGround: DiagnosticKind = {
  code: 'WB0412',
  severity: 'error',
  title: { en: 'A compatibility of purposes cites no ground', nl: 'Een verenigbaarheid van doelen noemt geen grond' },
  explanation: 'That data collected for one purpose may be used for another rests on something. Cite it.',
  wrong: 'data collected for a may be used for b',
  right: 'data collected for a may be used for b cites avg "art. 6(4)"',
};

/** `measured …` in a rule without a limit. */
export const measuredWithoutLimit: DiagnosticKind = {
  code: 'WB0413',
  severity: 'error',
  title: { en: 'Nothing is measured here', nl: 'Hier wordt niets gemeten' },
  explanation:
    '`measured on at least` and `measured within` are about the measurements of the limits of the same rule, and this rule has no limit.',
  wrong: 'require purpose is recorded\nmeasured within 12 months',
  right: 'limit every margin.measurements.value to at most margin.max\nmeasured within 12 months',
};

/** Where nothing can be found for `for each` to go through. */
export const levelTwice: DiagnosticKind = {
  code: 'WB0414',
  severity: 'error',
  title: { en: 'A level belongs to nothing', nl: 'Een niveau hoort nergens bij' },
  explanation:
    'The first level of a rule is the level of the rule; a later one stands right before the obligation that it belongs to.',
  wrong: 'mandatory\nrecommended\ncites avg "art. 22"',
  right: 'mandatory\ncites avg "art. 22"\nrecommended require purpose is recorded',
};
