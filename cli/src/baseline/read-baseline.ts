import {
  type Diagnostic,
  diagnostic,
  documentDiagnostics,
  type Localized,
  nearestNames,
  parseDate,
  type RawDocument,
  readDocuments,
  type SourceText,
  type Span,
  spanOf,
} from '@waarborg/language';
import { syntaxOf } from '../check/syntax-of.ts';
import { type Baseline, type BaselineEntry, baselineFormat, type NamedFinding } from './baseline.ts';
import { baselineBroken, baselineIncomplete, baselineTwice } from './baseline-errors.ts';
import { identityKey } from './finding-identity.ts';

/** A baseline, as far as it can be read, and what is wrong with it. */
export interface BaselineRead {
  readonly baseline: Baseline;
  readonly diagnostics: readonly Diagnostic[];
}

type Node = NonNullable<RawDocument['root']>;
type RawMap = Node & { readonly kind: 'map' };

const keys = [
  'manifest',
  'rule',
  'obligation',
  'item',
  'occurrence',
  'outcome',
  'found',
  'owner',
  'reason',
  'until',
] as const;

/** Reads a baseline. What is wrong is a diagnostic; an entry that is not whole covers nothing, and the others count. */
export function readBaseline(source: SourceText): BaselineRead {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (kind, span, message, help) => {
    diagnostics.push(diagnostic(kind, span, message, help === undefined ? {} : { help }));
  };
  const [document, ...more] = readDocuments(source, syntaxOf(source.name)).documents;
  const nothing = { file: source.name, entries: [], unfinished: [] };
  if (document === undefined) return { baseline: nothing, diagnostics };
  diagnostics.push(...documentDiagnostics(document));
  const { root } = document;
  if (diagnostics.length > 0 && root?.kind !== 'map') return { baseline: nothing, diagnostics };
  const format = root?.kind === 'map' ? nodeAt(root, 'format') : undefined;
  if (root?.kind !== 'map' || more.length > 0 || textOf(format) !== baselineFormat) {
    report(
      baselineBroken,
      headOf(format ?? root, source),
      { en: 'This is no baseline', nl: 'Dit is geen lijst met bekende bevindingen' },
      { en: `It begins with \`format: ${baselineFormat}\`.`, nl: `Die begint met \`format: ${baselineFormat}\`.` },
    );
    return { baseline: nothing, diagnostics };
  }
  const list = nodeAt(root, 'entries');
  unknownKeys(root, ['format', 'entries'], source, report);
  const items = list?.kind === 'list' ? list.items : [];
  if (list?.kind !== 'list' && !isBlank(list))
    report(baselineBroken, headOf(list, source), {
      en: '`entries` is a list, and here is something else',
      nl: '`entries` is een lijst, en hier staat iets anders',
    });
  const read = items.flatMap((item, index) => entryOf(item, index, source, report) ?? []);
  const entries = read.filter((entry): entry is BaselineEntry => 'owner' in entry);
  const unfinished = read.filter((entry) => !('owner' in entry));
  const baseline = { file: source.name, entries: withoutRepeats(entries, diagnostics), unfinished };
  return { baseline, diagnostics };
}

type Report = (kind: typeof baselineBroken, span: Span, message: Localized, help?: Localized | undefined) => void;

function entryOf(
  item: Node,
  index: number,
  source: SourceText,
  report: Report,
): BaselineEntry | NamedFinding | undefined {
  const span = headOf(item, source);
  if (item.kind !== 'map') {
    report(baselineBroken, span, {
      en: 'An entry has `manifest`, `rule` and `obligation`, and here is something else',
      nl: 'Een vermelding heeft `manifest`, `rule` en `obligation`, en hier staat iets anders',
    });
    return undefined;
  }
  unknownKeys(item, keys, source, report);
  const names = namesOf(item, source, report);
  const accepted = acceptedOf(item, source, report);
  if (names === undefined) return undefined;
  return accepted === undefined ? { ...names, index } : { ...names, index, ...accepted, span };
}

type Names = Omit<NamedFinding, 'index'>;

/** Which finding an entry is about; undefined after saying what is missing or wrong. */
function namesOf(map: RawMap, source: SourceText, report: Report): Names | undefined {
  const [manifest, rule, obligation] = (['manifest', 'rule', 'obligation'] as const).map((key) =>
    textOf(nodeAt(map, key)),
  );
  const outcome = textOf(nodeAt(map, 'outcome'));
  const written = textOf(nodeAt(map, 'occurrence')) ?? '1';
  if (manifest === undefined || rule === undefined || obligation === undefined) {
    report(baselineBroken, headOf(map, source), {
      en: 'This entry does not name a finding: it needs `manifest`, `rule` and `obligation`',
      nl: 'Deze vermelding noemt geen bevinding: zij heeft `manifest`, `rule` en `obligation` nodig',
    });
    return undefined;
  }
  if (outcome !== 'fail' && outcome !== 'unproven') {
    report(baselineBroken, headOf(nodeAt(map, 'outcome') ?? map, source), {
      en: '`outcome` is `fail` or `unproven`: what was accepted',
      nl: '`outcome` is `fail` of `unproven`: wat er is aanvaard',
    });
    return undefined;
  }
  if (!/^[1-9]\d{0,6}$/.test(written)) {
    report(baselineBroken, headOf(nodeAt(map, 'occurrence') ?? map, source), {
      en: '`occurrence` is a whole number from 1',
      nl: '`occurrence` is een geheel getal vanaf 1',
    });
    return undefined;
  }
  const item = textOf(nodeAt(map, 'item')) ?? '';
  return { manifest, rule, obligation, item, occurrence: Number(written), outcome };
}

type Accepted = Pick<BaselineEntry, 'owner' | 'reason' | 'until' | 'untilSpan'>;

/** Who accepted it, why, and until when; undefined after saying what is missing. */
function acceptedOf(map: RawMap, source: SourceText, report: Report): Accepted | undefined {
  const [owner, reason, last] = (['owner', 'reason', 'until'] as const).map((key) => textOf(nodeAt(map, key)));
  const missing = [
    ...(owner === undefined ? [{ en: '`owner`', nl: '`owner` (eigenaar)' }] : []),
    ...(reason === undefined ? [{ en: '`reason`', nl: '`reason` (reden)' }] : []),
    ...(last === undefined ? [{ en: '`until`', nl: '`until` (laatste dag)' }] : []),
  ];
  if (owner === undefined || reason === undefined || last === undefined) {
    report(
      baselineIncomplete,
      headOf(map, source),
      {
        en: `This entry covers nothing: it has no ${missing.map(({ en }) => en).join(', ')}`,
        nl: `Deze vermelding dekt niets: zij heeft geen ${missing.map(({ nl }) => nl).join(', ')}`,
      },
      {
        en: 'Write who answers for it, why it may stay, and until which day.',
        nl: 'Schrijf wie ervoor instaat, waarom de bevinding mag blijven, en tot en met welke dag.',
      },
    );
    return undefined;
  }
  const node = nodeAt(map, 'until');
  const until = parseDate(last);
  if (until === undefined || node === undefined) {
    report(
      baselineIncomplete,
      headOf(node ?? map, source),
      { en: '`until` is a date, and this is none', nl: '`until` is een datum, en dit niet' },
      { en: 'Write year, month and day: `2027-03-31`.', nl: 'Schrijf jaar, maand en dag: `2027-03-31`.' },
    );
    return undefined;
  }
  return { owner, reason, until, untilSpan: headOf(node, source) };
}

function withoutRepeats(entries: readonly BaselineEntry[], diagnostics: Diagnostic[]): readonly BaselineEntry[] {
  const seen = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const key = entryKey(entry);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, entry);
    else
      diagnostics.push(
        diagnostic(
          baselineTwice,
          entry.span,
          { en: 'This finding stands in the baseline twice', nl: 'Deze bevinding staat twee keer op de lijst' },
          {
            help: { en: 'Take one of them away; the first counts.', nl: 'Haal een van beide weg; de eerste telt.' },
            related: [{ span: first.span, message: { en: 'the first of them', nl: 'de eerste van beide' } }],
          },
        ),
      );
  }
  return [...seen.values()];
}

/** What tells the entries of a baseline apart. */
export function entryKey(entry: Parameters<typeof identityKey>[0] & { readonly occurrence: number }): string {
  return `${entry.occurrence} ${identityKey(entry)}`;
}

function unknownKeys(map: RawMap, known: readonly string[], source: SourceText, report: Report): void {
  for (const { key, keyStart, keyEnd } of map.entries) {
    if (known.includes(key) || key.startsWith('x_')) continue;
    const [near] = nearestNames(key, known, 1);
    report(
      baselineBroken,
      spanOf(source, keyStart, keyEnd),
      { en: `A baseline has no key \`${key}\` here`, nl: `De sleutel \`${key}\` bestaat hier niet` },
      near === undefined ? undefined : { en: `Did you mean \`${near}\`?`, nl: `Bedoelde u \`${near}\`?` },
    );
  }
}

function nodeAt(map: RawMap, key: string): Node | undefined {
  return map.entries.find((entry) => entry.key === key)?.value;
}

/** A text that says something: blank, and an unquoted `null`, say nothing. */
function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && !isBlank(node) ? node.text.trim() : undefined;
}

function isBlank(node: Node | undefined): boolean {
  if (node === undefined) return true;
  return (
    node.kind === 'scalar' && (node.text.trim() === '' || (!node.quoted && /^(?:null|~)$/i.test(node.text.trim())))
  );
}

/** The first line of a node. */
function headOf(node: Node | undefined, source: SourceText): Span {
  if (node === undefined) return spanOf(source, 0, 0);
  const lineEnd = source.text.slice(node.start, node.end).search(/[\r\n]/);
  return spanOf(source, node.start, lineEnd === -1 ? node.end : node.start + lineEnd);
}
