import { describe, expect, it } from 'vitest';
import { pageStyle } from './style.ts';

type Colours = Readonly<Record<string, string>>;

const [light = {}, dark = {}] = [...pageStyle.matchAll(/:root \{([^}]*--paper[^}]*)\}/g)].map(
  ([, block = '']): Colours =>
    Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map((found) => [found[1], found[2]])),
);

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s colours of a page', (_, colours) => {
  const colour = (name: string): string => {
    const found = colours[name];
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found;
  };

  it.each(['ink', 'quiet', 'accent', 'said', 'chosen', 'good', 'bad'])('let %s be read on every ground', (name) => {
    for (const ground of ['paper', 'tint', 'said-tint', 'chosen-tint']) {
      expect(contrast(colour(name), colour(ground))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('let the text of a badge be read', () => {
    expect(contrast(colour('on-accent'), colour('accent'))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the style of a page', () => {
  it('asks for nothing from elsewhere', () => {
    expect(pageStyle).not.toMatch(/url\(|@import|@font-face|expression\(/i);
  });

  it('uses no colour that has no name', () => {
    for (const name of pageStyle.matchAll(/var\(--([\w-]+)\)/g)) {
      expect(['sans', 'serif', 'mono', ...Object.keys(light)]).toContain(name[1]);
    }
    expect(Object.keys(dark)).toEqual(Object.keys(light));
  });
});
