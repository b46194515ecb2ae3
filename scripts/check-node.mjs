// Runs under whatever Node.js there is, so it uses nothing younger than modules.
import process from 'node:process';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(
    `Waarborg needs Node.js 24.15 or newer; this is ${process.versions.node}. The right one comes with npm ci on Linux, ` +
      `Windows (x64) and Intel Macs. For ${process.platform} ${process.arch}, install it and put it first on the PATH.`,
  );
  process.exitCode = 2;
}
