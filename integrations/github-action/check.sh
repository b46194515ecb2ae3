#!/usr/bin/env bash
# The step of the action: the check with its findings as commands of the workflow, the reports that were asked for, and its exit code as
# an output. Everything comes in variables of the environment.
set -uo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
export WAARBORG_FORMATS="github
${WAARBORG_REPORTS:-}"
sh "$here/../check.sh" "$here/../run-waarborg.sh"
code=$?
printf 'exit-code=%d\n' "$code" >> "${GITHUB_OUTPUT:-/dev/null}"
exit "$code"
