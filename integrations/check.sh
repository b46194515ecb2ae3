#!/bin/sh
# `waarborg check` as a build server calls it, with everything in variables of the environment, so that no value is ever a part of
# a script. $1 is the command to run. Lists have one entry a line; what is empty is left out.
#
#   WAARBORG_MANIFESTS   files, folders or globs; none: the working folder
#   WAARBORG_POLICY      files, folders or packages; none: the packs that ship with Waarborg
#   WAARBORG_FORMATS     FORMAT or FORMAT=FILE; none: text
#   WAARBORG_AS_OF, WAARBORG_FAIL_ON, WAARBORG_LANGUAGE
#
# The exit code is that of the check.
set -eu
waarborg=$1
shift $#

# Each line becomes an argument of its own, whatever it holds: nothing is split at blanks, and no pattern is filled in.
set -f
newline='
'
add() { # option, values a line each
  IFS=$newline
  for value in $2; do
    arguments="$arguments$1=$value$newline"
  done
  unset IFS
}
arguments=''
add --policy "${WAARBORG_POLICY:-}"
add --format "${WAARBORG_FORMATS:-}"
add --as-of "${WAARBORG_AS_OF:-}"
add --fail-on "${WAARBORG_FAIL_ON:-}"
add --language "${WAARBORG_LANGUAGE:-}"
IFS=$newline
# Split at line ends alone, on purpose. After -- nothing is an option.
# shellcheck disable=SC2086
exec "$waarborg" check $arguments -- ${WAARBORG_MANIFESTS:-}
