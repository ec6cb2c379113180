# Sourced by every installer: how to read and compare versions, and how to try a compiler.
# shellcheck shell=bash
. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

# setting FILE KEY: the version that a line such as `key = "=1.2.3"` gives. Each version is written in one place.
setting() { sed -n "s/^$2 *= *\"=\{0,1\}\([^\"]*\)\".*/\1/p" "$1" | head -n 1; }

# at_least VERSION WANTED
at_least() { [[ $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]; }

# makes_wasm RUSTC: links an empty wasm library, which takes a compiler, its standard library and a linker that agree.
makes_wasm() {
  local out=$CACHE/probe.wasm
  mkdir -p "$CACHE"
  "$1" --target wasm32-unknown-unknown --crate-type cdylib -o "$out" - </dev/null 2>/dev/null && rm -f "$out"
}
