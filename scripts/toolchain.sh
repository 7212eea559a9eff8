# Sourced by the other scripts: changes to the checkout, puts the pinned Bun on PATH and installs the packages.
# Needs npm or any Bun. Writes nothing outside the checkout but the caches of these two.

set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bun_version=$(sed -n '/"engines"/,/}/s/.*"bun": *"\([^"]*\)".*/\1/p' package.json)

is_pinned_bun() { [ "$("$1" --version 2>/dev/null)" = "$bun_version" ]; }

# npm may not run install scripts, and then leaves the executable in the package of its platform. Several of
# these may be there (with and without AVX2, glibc and musl): the one that runs is the right one.
link_pinned_bun() {
  local candidate
  for candidate in .bun/node_modules/bun/bin/bun.exe .bun/node_modules/@oven/bun-*/bin/bun; do
    if [ -x "$candidate" ] && is_pinned_bun "$candidate"; then
      mkdir -p .bun/bin
      ln -sf "$PWD/$candidate" .bun/bin/bun
      return 0
    fi
  done
  return 1
}

get_pinned_bun() {
  echo "Getting Bun $bun_version into .bun/ …" >&2
  mkdir -p .bun
  [ -f .bun/package.json ] || echo '{}' >.bun/package.json
  if command -v npm >/dev/null; then
    npm install --prefix .bun --no-audit --no-fund --silent "bun@$bun_version" >&2
  elif command -v bun >/dev/null; then
    (cd .bun && bun add --exact "bun@$bun_version") >&2
  else
    echo "Neither npm nor bun is on PATH: install Node (with npm) or Bun, then run this again." >&2
    exit 1
  fi
}

if ! { command -v bun >/dev/null && is_pinned_bun "$(command -v bun)"; }; then
  [ -x .bun/bin/bun ] && is_pinned_bun .bun/bin/bun || link_pinned_bun || { get_pinned_bun && link_pinned_bun; } || {
    echo "Bun $bun_version could not be made to run here (looked in .bun/node_modules)." >&2
    exit 1
  }
  PATH="$PWD/.bun/bin:$PATH"
  export PATH
fi

bun install --frozen-lockfile --silent
PATH="$PWD/node_modules/.bin:$PATH"
