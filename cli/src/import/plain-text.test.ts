import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

describe('plain text', () => {
  it.each([
    ['  just text, 5 < 6 & 7 > 3  ', 'just text, 5 < 6 & 7 > 3'],
    ['<p>One.</p><p>Two&nbsp;&amp; three.</p>', 'One.\nTwo & three.'],
    ['Steps:<ul><li>first</li><li><b>second</b> part</li></ul>after', 'Steps:\n- first\n- second part\nafter'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['caf&eacute; &#39;x&#39; &#x20AC;', "café 'x' €"],
    ['<script>alert(1)</script>text<style>p{}</style>', 'text'],
    ['<p> </p><p></p>', ''],
    ['<p>not closed', 'not closed'],
    ['', ''],
  ])('of %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });
});
