# Sourced by every script: where the project is, where its tools are, how to speak.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." >/dev/null && pwd)
CACHE=$ROOT/.cache
cd "$ROOT" || exit

# The project's own tools win over those of the machine.
export PATH="$CACHE/tools/bin:$ROOT/node_modules/.bin:$PATH"

# Elapsed time counts from the first script of the run; make and the scripts pass it on.
export STARTED=${STARTED:-$(date +%s)}

step() { printf '[%3ds] %s\n' $(($(date +%s) - STARTED)) "$*" >&2; }

# die MESSAGE [LINE…]: what went wrong, then what to do.
die() {
  printf 'error: %s\n' "$1" >&2
  shift
  (($# == 0)) || printf '       %s\n' "$@" >&2
  exit 1
}

have() { command -v "$1" >/dev/null; }

# The value of a quoted key at the start of a line: the one place where a version is written.
# setting FILE KEY
setting() { sed -n "s/^$2 *= *\"=\{0,1\}\([^\"]*\)\".*/\1/p" "$1" | head -n 1; }

# at_least VERSION WANTED
at_least() { [[ $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]; }

# Compiles and links an empty wasm library: true when this rustc, its standard library and its linker agree.
makes_wasm() {
  local out=$CACHE/probe.wasm
  mkdir -p "$CACHE"
  "$1" --target wasm32-unknown-unknown --crate-type cdylib -o "$out" - </dev/null 2>/dev/null && rm -f "$out"
}
