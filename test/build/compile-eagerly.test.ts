import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { compileEagerly } from '../../scripts/compile-eagerly.mjs';

const code = `var before = early(2);
function early(number) {
  return [number].map((each) => each * doubled.factor)[0];
}
var doubled = {
  factor: 3,
  method(given) { return given.map(function (each) { return each + 1; }); },
  get got() { return ((all) => all.length)([1, 2]); },
  async later() { return "later"; }
}, late = async (given) => \`\${given} => (\`;
class Shape {
  sides = () => 4;
  area(side = () => 2) { return side() * early.name.length; }
  static of = async function () { return new Shape(); };
}
async function* counted(from) {
  function inner() { return from; }
  yield inner();
}
`;
const results = `;[typeof before, early(4), early.name, late.name, doubled.method([1]), doubled.got, new Shape().sides(),
  new Shape().area(), Shape.of.name, typeof counted(1).next, before]`;

test('code means the same when its functions are compiled along with it', () => {
  const callable = code.replace('var before = early(2);', 'var before = typeof early;');
  const plain: unknown = new Script(callable + results).runInNewContext();
  const eager: unknown = new Script(compileEagerly(callable) + results).runInNewContext();
  expect(JSON.stringify(eager)).toBe(JSON.stringify(plain));
  expect(plain).toContain('function');
});

test('what can be in brackets is in brackets, and methods are left alone', () => {
  expect(compileEagerly(code)).toMatchInlineSnapshot(`
    "
    var early = (function early(number) {
      return [number].map(((each) => each * doubled.factor))[0];
    });
    var counted = (async function* counted(from) {
      function inner() { return from; }
      yield inner();
    });
    var before = early(2);

    var doubled = {
      factor: 3,
      method(given) { return given.map((function (each) { return each + 1; })); },
      get got() { return (((all) => all.length))([1, 2]); },
      async later() { return "later"; }
    }, late = (async (given) => \`\${given} => (\`);
    class Shape {
      sides = (() => 4);
      area(side = (() => 2)) { return side() * early.name.length; }
      static of = (async function () { return new Shape(); });
    }

    "
  `);
});

test('imports stay before everything else', () => {
  const module = 'import { a } from "./a.js";\nvar b = a();\nfunction c() {\n  return b;\n}\nexport {\n  c\n};\n';
  expect(compileEagerly(module)).toMatchInlineSnapshot(`
    "import { a } from "./a.js";
    var c = (function c() {
      return b;
    });

    var b = a();

    export {
      c
    };
    "
  `);
});

test('functions are kept with the compiled code that is not yet called', () => {
  const body = Array.from({ length: 50 }, (_, index) => `total += given.at(${index});`).join('\n');
  const unused = `function unused(given) { let total = 0; ${body} return total; }`;
  const kept = (text: string): number => new Script(text).createCachedData().length;
  expect(kept(compileEagerly(unused))).toBeGreaterThan(2 * kept(unused));
});
