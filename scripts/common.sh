# Sourced by every script: goes to the project's folder, puts its tools on the PATH, and says how to speak.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." >/dev/null && pwd)
CACHE=$ROOT/.cache
cd "$ROOT" || exit

# The project's own tools win over those of the machine.
export PATH="$CACHE/tools/bin:$ROOT/node_modules/.bin:$PATH"

# When the run began. make and the scripts pass it on, so that every step counts from there.
export STARTED=${STARTED:-$(date +%s)}

# step MESSAGE: what begins, after how many seconds.
step() { printf '[%3ds] %s\n' $(($(date +%s) - STARTED)) "$*" >&2; }

# die MESSAGE [LINE…]: what went wrong, then what to do.
die() {
  printf 'error: %s\n' "$1" >&2
  shift
  (($# == 0)) || printf '       %s\n' "$@" >&2
  exit 1
}

# have COMMAND
have() { command -v "$1" >/dev/null; }
