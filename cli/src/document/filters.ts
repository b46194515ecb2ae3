import { element, type Html } from '../html/html.ts';
import type { Block, FilterGroup, Section } from './document.ts';

// What a reader chooses is done by the style of the page alone: it works without a server and without a script, and where a
// browser is too old for it, everything is shown.

type Filters = Extract<Block, { readonly kind: 'filters' }>;

/** The choices that stand in a document. */
export function filtersOf(sections: readonly Section[]): readonly FilterGroup[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'filters' ? block.groups : [])));
}

/** Buttons, one of which is chosen in each group. */
export function filtersHtml({ label, groups }: Filters): Html {
  return element('div', { class: 'filters', role: 'group', 'aria-label': label }, groups.map(groupHtml));
}

function groupHtml({ name, label, options }: FilterGroup): Html {
  return element(
    'fieldset',
    {},
    element('legend', {}, label),
    options.map(({ mark, label: text }) => {
      const id = idOf(name, mark);
      return element(
        'label',
        { for: id },
        element('input', { type: 'radio', id, name, checked: mark === undefined ? true : undefined }),
        ` ${text}`,
      );
    }),
  );
}

function idOf(name: string, mark: string | undefined): string {
  return `show-${name}-${mark ?? 'all'}`;
}

/** The class by which a choice finds an entry. */
export function classOfMark(mark: string): string {
  return `is-${mark}`;
}

/** For each choice the rules that hide what does not bear its mark, and the sections in which nothing is left. */
export function filterStyle(groups: readonly FilterGroup[]): string {
  const rules = groups.flatMap(({ name, options }) =>
    options.flatMap(({ mark }) => {
      if (mark === undefined) return [];
      const chosen = `main:has(#${idOf(name, mark)}:checked)`;
      const marked = `.${classOfMark(mark)}`;
      return [
        `${chosen} .entry:not(${marked}) { display: none; }`,
        `${chosen} section:has(> .entry):not(:has(> .entry${marked})) { display: none; }`,
      ];
    }),
  );
  return rules.length === 0 ? '' : `${look}${rules.join('\n')}\n`;
}

const look = `
.filters { display: flex; flex-wrap: wrap; gap: 1rem 2rem; margin-block: 1.5rem; }
.filters fieldset { border: 1px solid var(--line); border-radius: 6px; padding: .4rem 1rem .6rem; margin: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; min-inline-size: 0; }
.filters legend { font-weight: 600; color: var(--quiet); padding-inline: .3rem; }
.filters label { display: inline-flex; gap: .4rem; align-items: center; min-block-size: 24px; cursor: pointer; }
.filters input { inline-size: 1.15rem; block-size: 1.15rem; accent-color: var(--accent); margin: 0; }
.entry { content-visibility: auto; contain-intrinsic-size: auto 24rem; }
@media print { .filters { display: none; } .entry { content-visibility: visible; } }
`;
