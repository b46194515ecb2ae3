#!/usr/bin/env node
// What runs before the version is known to do must be understood by old versions of Node.js too: no static import of
// what they lack, and no syntax younger than modules. `process` is the global one: to import it makes Node.js open all its
// streams, which takes longer than to judge a manifest.
const { process } = globalThis;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 15)) {
  process.stderr.write(`waarborg needs Node.js 24.15 or newer; this is Node.js ${process.versions.node}.\n`);
  process.exit(2);
}

process.getBuiltinModule('node:module').enableCompileCache();
await import('../dist/main.js');
