// The style of every page that Waarborg writes. System fonts, since a page loads nothing; colours by role, so that both schemes and
// forced colours have one set of rules; nothing is told apart by colour alone.

const tokens = `
:root {
  color-scheme: light dark;
  --sans: "Segoe UI", -apple-system, "Helvetica Neue", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "Liberation Serif", serif;
  --mono: "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono", "Liberation Mono", monospace;
  --paper: #ffffff; --tint: #f3f6f9; --ink: #1a222c; --quiet: #4a5766; --line: #c9d1da; --accent: #154a7d; --on-accent: #ffffff;
  --said: #7a4a00; --said-tint: #fdf8ec; --chosen: #5a3787; --chosen-tint: #f8f5fc; --good: #17643a; --bad: #a1241b;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #11161c; --tint: #1a2129; --ink: #e7ebf0; --quiet: #b3bdc9; --line: #414d5a; --accent: #93c4f3; --on-accent: #0c1a28;
    --said: #ecc27c; --said-tint: #221c11; --chosen: #cdb6f0; --chosen-tint: #1f1a2a; --good: #84d8a1; --bad: #ffa69d;
  }
}
@media print { :root { color-scheme: light; } }
`;

const base = `
* { box-sizing: border-box; }
html { scroll-padding-block-start: 1.5rem; -webkit-text-size-adjust: none; text-size-adjust: none; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--sans); overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { font-family: var(--serif); line-height: 1.25; margin: 2em 0 .6em; font-weight: 700; }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.6vw, 2.75rem); margin: 0; letter-spacing: -.01em; }
h2 { font-size: 1.75rem; margin-top: 3.5rem; padding-block-start: 1rem; border-block-start: 3px solid var(--accent); }
h3 { font-size: 1.3rem; }
h1, h2, h3 { text-wrap: balance; }
h4 { font-size: 1.0625rem; font-family: var(--sans); }
h5, h6 { font-size: 1rem; font-family: var(--sans); }
p, ul, ol, dl { margin: 0 0 1em; }
p, li, dd, figcaption, caption, h1, h3, h4 { max-inline-size: 65ch; }
a { color: var(--accent); text-decoration-thickness: .08em; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: .16em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
code { font: .88em/1.5 var(--mono); background: var(--tint); padding: .05em .2em; border-radius: 3px; overflow-wrap: anywhere; }
.quiet code { background: none; padding: 0; }
q { font-family: var(--serif); font-style: italic; quotes: "«" "»" "‹" "›"; }
.quiet { color: var(--quiet); }
.skip { position: absolute; inset-block-start: -6rem; inset-inline-start: 1rem; z-index: 1; padding: .75rem 1.25rem; background: var(--paper); border: 2px solid var(--accent); }
.skip:focus { inset-block-start: 1rem; }
section:target > h3, section:target > h2, li:target { background: var(--tint); box-shadow: -.4rem 0 0 var(--accent); }
`;

const layout = `
.masthead { border-block-start: .6rem solid var(--accent); padding: 2.5rem clamp(1rem, 4vw, 3.5rem) 2.25rem; border-block-end: 1px solid var(--line); }
.masthead > * { max-inline-size: 60rem; }
.kind { margin: 0 0 .6rem; font-size: .9rem; font-weight: 600; letter-spacing: .09em; text-transform: uppercase; color: var(--accent); }
.lead { font: 1.2rem/1.55 var(--serif); color: var(--quiet); margin: 1rem 0 0; }
.frame { padding: 0 clamp(1rem, 4vw, 3.5rem) 3rem; }
main { padding-block-end: 3rem; }
main > section { max-inline-size: 58rem; }
main > section:first-child > h2 { margin-top: 2.5rem; }
.contents { margin-block-start: 2rem; font-size: .95rem; line-height: 1.4; }
.contents h2 { font: 700 1rem/1.3 var(--sans); margin: 0 0 .5rem; padding: 0; border: 0; }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents li { max-inline-size: none; }
.contents a > span:last-child, .card > :is(h3, h4) > span:last-child { min-inline-size: 0; }
h1, h2, h3, h4, h5, h6, .contents a { hyphens: auto; overflow-wrap: anywhere; }
.contents a, summary { display: flex; gap: .6em; min-block-size: 24px; padding: .3rem .4rem; text-decoration: none; align-items: baseline; }
.contents a:hover span:last-child { text-decoration: underline; }
.contents .number { flex: none; min-inline-size: 1.7em; font-variant-numeric: tabular-nums; color: var(--quiet); }
summary { display: list-item; list-style-position: inside; cursor: pointer; color: var(--quiet); margin-inline-start: .4rem; }
details ol { margin-inline-start: .8rem; border-inline-start: 1px solid var(--line); padding-inline-start: .4rem; }
.colophon { border-block-start: 1px solid var(--line); padding: 1.5rem clamp(1rem, 4vw, 3.5rem) 3rem; color: var(--quiet); font-size: .9rem; }
.colophon code { overflow-wrap: anywhere; }
@media screen and (min-width: 66rem) {
  .frame { display: grid; grid-template-columns: 19rem minmax(0, 1fr); gap: .75rem; padding-block-end: 0; padding-inline-start: 1.5rem; }
  .contents { position: sticky; inset-block-start: 0; align-self: start; max-block-size: 100vh; overflow-y: auto; margin: 0; padding: 2.5rem .75rem 2rem 0; }
  .frame > main { border-inline-start: 1px solid var(--line); padding-inline-start: 3rem; }
  .masthead, .colophon { padding-inline-start: 2.3rem; }
}
`;

const parts = `
ul.bullets, ol.numbers { padding-inline-start: 1.4em; }
ul.plain, ol.plain { list-style: none; padding: 0; }
li { margin-block: .35em; }
li > div > p { margin: 0; }
li > div > :not(:first-child) { margin-block: .35em 0; }
ul.plain > li { display: flex; gap: .75em; }
ul.plain > li > div { flex: 1; min-inline-size: 0; }
.mark { flex: none; min-inline-size: 2.6em; font-weight: 600; font-variant-numeric: tabular-nums; color: var(--accent); }
dl > div { display: grid; grid-template-columns: minmax(8rem, 13rem) minmax(0, 1fr); gap: .1rem 1.5rem; padding-block: .5rem; border-block-start: 1px solid var(--line); }
dl > div:last-child { border-block-end: 1px solid var(--line); }
dt { font-weight: 600; color: var(--quiet); }
dd { margin: 0; min-inline-size: 0; overflow-wrap: anywhere; }
dd > :last-child { margin-block-end: 0; }
.card { border: 1px solid var(--line); border-radius: 6px; padding: 1.4rem clamp(.9rem, 3vw, 1.75rem) 1.2rem; margin-block: 1.75rem; background: var(--paper); }
.card > h3, .card > h4 { margin-block-start: 0; display: flex; gap: .6em; }
.card > h3 > .number { flex: none; color: var(--accent); font-variant-numeric: tabular-nums; }
.part > h4, .part > h5 { margin-block: 1.5em .4em; }
.level { display: inline-block; font-weight: 600; font-size: .85em; line-height: 1.3; padding: .18em .65em; border: 2px solid var(--accent); border-radius: 1em; }
.level::before { content: "● "; content: "● " / ""; }
.level.mandatory { background: var(--accent); color: var(--on-accent); }
.level.comply-or-explain { color: var(--accent); }
.level.comply-or-explain::before { content: "◐ "; content: "◐ " / ""; }
.level.recommended { color: var(--accent); border-style: dashed; }
.level.recommended::before { content: "○ "; content: "○ " / ""; }
.state { font-weight: 600; }
.state.good { color: var(--good); } .state.good::before { content: "✓ "; content: "✓ " / ""; }
.state.bad { color: var(--bad); } .state.bad::before { content: "✗ "; content: "✗ " / ""; }
.state.unsure { color: var(--said); } .state.unsure::before { content: "? "; content: "? " / ""; }
.state.plain { font-weight: 400; color: var(--quiet); }
.quote { margin: 0 0 1.25rem; padding: .25rem 0 .25rem 1.1rem; border-inline-start: 4px solid var(--said); }
blockquote { margin: 0; font: 1.05rem/1.6 var(--serif); }
blockquote p { margin: 0 0 .4em; white-space: pre-line; }
.quote figcaption { font-size: .9rem; color: var(--quiet); }
.sides { display: grid; grid-template-columns: minmax(0, 1fr); align-items: start; gap: 1rem; margin-block: 1.25rem; }
.sides > div { padding: .9rem 1.1rem; border-radius: 4px; }
.sides h3, .sides h4, .sides h5 { margin: 0 0 .5em; font: 700 .95rem/1.3 var(--sans); }
.said { border: 1px solid var(--said); border-inline-start-width: 5px; background: var(--said-tint); }
.said > h4, .said > h3 { color: var(--said); }
.chosen { border: 1px dashed var(--chosen); border-inline-start: 5px double var(--chosen); background: var(--chosen-tint); }
.chosen > h4, .chosen > h3 { color: var(--chosen); }
.sides > div > :last-child { margin-block-end: 0; }
.sides .quote { border-inline-start-width: 2px; padding-inline-start: .8rem; }
.sides blockquote { font-size: .98rem; line-height: 1.5; }
.sides code { background: none; padding: 0; }
@media (min-width: 50rem) { .sides { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
.notice { border: 2px solid var(--accent); border-radius: 6px; padding: 1rem 1.25rem .25rem; margin-block: 1.5rem; max-inline-size: 65ch; background: var(--tint); }
.notice-title { font-weight: 700; margin-block-end: .3em; }
.scroll { overflow-x: auto; max-inline-size: 100%; }
.table { margin-block: 1.25rem; }
table { border-collapse: collapse; font-size: .93rem; line-height: 1.45; inline-size: 100%; }
caption { text-align: start; font-weight: 600; padding-block-end: .6rem; }
th, td { text-align: start; vertical-align: top; padding: .5rem .9rem .5rem 0; border-block-end: 1px solid var(--line); min-inline-size: 6rem; }
th[scope=row] { min-inline-size: 11rem; }
thead th { border-block-end: 2px solid var(--accent); vertical-align: bottom; }
tbody th { font-weight: 400; }
td > div + div, th > div + div { margin-block-start: .3em; }
.drawing { margin: 1.5rem 0; }
.drawing .scroll { border: 1px solid var(--line); border-radius: 6px; padding: 1rem; background: var(--paper); max-block-size: 44rem; overflow-y: auto; }
.drawing figcaption { font-size: .9rem; color: var(--quiet); margin-block-start: .5rem; }
@media (max-width: 36rem) {
  dl > div { grid-template-columns: minmax(0, 1fr); }
  ul.plain > li:has(> .mark) { display: block; }
  body { font-size: 1rem; }
}
`;

const drawings = `
svg { display: block; block-size: auto; }
svg.snug { max-inline-size: 100%; min-inline-size: 800px; }
svg text { font: 13px var(--sans); fill: var(--ink); }
svg .name { font: 11px var(--mono); fill: var(--quiet); }
svg .box { fill: var(--tint); stroke: var(--accent); stroke-width: 1.5; }
svg .box.open { stroke-dasharray: 6 3; }
svg .box.elsewhere { fill: var(--paper); stroke: var(--quiet); }
svg .way { fill: none; stroke: var(--quiet); stroke-width: 1.5; }
svg .way.cut { stroke: var(--bad); stroke-dasharray: 3 5; }
svg .way.may { stroke: var(--chosen); stroke-width: 2; stroke-dasharray: 9 4; }
svg .way.same { stroke: var(--accent); stroke-width: 2.5; }
svg .tip { fill: var(--quiet); stroke: none; }
svg .tip.cut { fill: var(--bad); } svg .tip.may { fill: var(--chosen); }
svg .bar { stroke: var(--paper); stroke-width: 1; }
svg .bar.pass { fill: var(--good); } svg .bar.fail { fill: var(--bad); } svg .bar.unproven { fill: var(--said); } svg .bar.excepted { fill: var(--chosen); } svg .bar.not-applicable { fill: var(--line); }
svg .count { font: 600 12px var(--sans); fill: var(--paper); } svg .count.not-applicable { fill: var(--ink); } svg .legend { font-size: 12px; }
svg .cross { stroke: var(--bad); stroke-width: 2.5; fill: none; }
@media (forced-colors: active) {
  svg .box, svg .box.elsewhere { fill: Canvas; stroke: CanvasText; }
  svg text, svg .name, svg .count { fill: CanvasText; }
  svg .bar { fill: Canvas; stroke: CanvasText; }
  svg .way, svg .way.cut, svg .way.may, svg .way.same, svg .cross { stroke: CanvasText; }
  svg .tip, svg .tip.cut, svg .tip.may { fill: CanvasText; }
  .level.mandatory { forced-color-adjust: none; background: CanvasText; color: Canvas; border-color: CanvasText; }
}
`;

const print = `
@page { size: A4; margin: 20mm 18mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
@media print {
  body { font-size: 10.5pt; line-height: 1.45; }
  .skip, summary { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .masthead { padding: 0 0 8mm; border-block-start-width: 3mm; padding-block-start: 10mm; }
  .frame, .colophon { padding-inline: 0; }
  .contents { break-after: page; margin-block-start: 6mm; }
  .contents li { break-inside: auto; }
  .contents details li { break-inside: avoid; }
  .contents details ol { columns: 2; column-gap: 8mm; margin-block: 1mm 3mm; font-size: 9pt; }
  .contents a { padding: .5mm 0; min-block-size: 0; color: inherit; }
  h2 { break-before: page; margin-top: 0; font-size: 18pt; }
  main > section:first-child > h2, .contents h2 { break-before: auto; }
  h3 { font-size: 13pt; } h4 { font-size: 10.5pt; }
  h2, h3, h4, h5, h6, caption, thead, .notice-title, .card > :is(h3, h4) + p { break-after: avoid; }
  li, dl > div, tr, figure, .notice, .quote { break-inside: avoid; }
  .card { border-width: 0 0 0 2pt; border-color: var(--accent); border-radius: 0; padding: 0 0 0 5mm; margin-block: 8mm; }
  .sides { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 4mm; }
  .scroll, .drawing .scroll { overflow: visible; max-block-size: none; border: 0; padding: 0; }
  .drawing svg { min-inline-size: 0; max-inline-size: 100%; max-block-size: 235mm; }
  table { font-size: 9pt; }
  a { color: inherit; text-decoration: none; }
  main a[href^="http"]::after { content: " ⟨" attr(href) "⟩"; font-size: .9em; overflow-wrap: anywhere; color: var(--quiet); }
  .level, .box, .said, .chosen, .notice { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;

/** The style of a page, for screens in light, dark and forced colours, and for paper. */
export const pageStyle: string = [tokens, base, layout, parts, drawings, print].join('');
