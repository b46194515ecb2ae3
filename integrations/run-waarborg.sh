#!/bin/sh
# Runs Waarborg from the clone that this file stands in, and builds it there first where that was not done yet. For what clones this
# repository to use it: the GitHub action and pre-commit. Exit 2 where it cannot be built.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
if [ ! -f "$root/cli/dist/main.js" ]; then
  # What npm says is no report: standard output stays for that.
  if ! (cd "$root" && npm run --loglevel=error setup && npm run --loglevel=error build) >&2; then
    echo "Waarborg could not be built in its clone, $root" >&2
    exit 2
  fi
fi
node=$root/node_modules/.bin/node
[ -x "$node" ] || node=node
exec "$node" "$root/cli/bin/waarborg.js" "$@"
