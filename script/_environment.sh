# Shared by the scripts beside it: the virtual environment, the lock files, stamps. Sourced, never run.
# shellcheck shell=bash

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$ROOT" || exit 1
VAR="${KIM_VAR:-$ROOT/var}"
STAMPS="$VAR/stamps"
PYTHON="$ROOT/.venv/bin/python"
mkdir -p "$STAMPS"

_started=$SECONDS
say() { printf '[%3d s] %s\n' $((SECONDS - _started)) "$*"; }
die() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

SHA256=sha256sum
command -v sha256sum >/dev/null 2>&1 || SHA256="shasum -a 256"

# hash_of PATH...: one hash over the contents and names of files (folders are walked).
hash_of() {
  find "$@" -type f ! -name '*.pyc' -print 2>/dev/null | LC_ALL=C sort | tr '\n' '\0' | xargs -0 $SHA256 |
    $SHA256 | cut -c1-32
}
text_hash() { printf '%s' "$1" | $SHA256 | cut -c1-32; }

# stamped NAME HASH: true when the step NAME was last done for this HASH.  stamp NAME HASH: remember it.
stamped() { [ -f "$STAMPS/$1" ] && [ "$(cat "$STAMPS/$1")" = "$2" ]; }
stamp() { printf '%s' "$2" >"$STAMPS/$1"; }

# The first Python that is new enough; 3.11 leads because the lock files are resolved for it.
find_python() {
  local candidate
  for candidate in "${KIM_PYTHON:-}" python3.11 python3.12 python3.13 python3 python3.14 python; do
    [ -n "$candidate" ] || continue
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
      command -v "$candidate"
      return 0
    fi
  done
  return 1
}

make_venv() {
  if [ -x "$PYTHON" ] && "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
    return 0
  fi
  local python
  python="$(find_python)" || die "Python 3.11 atau lebih baru tidak ditemukan / Python 3.11 or newer was not found.
Pasang dulu (Debian/Ubuntu: sudo apt install python3 python3-venv), atau sebutkan letaknya: KIM_PYTHON=/path/to/python3.11 $0"
  if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    die "$python tidak punya modul venv / has no venv module.
Debian dan Ubuntu memisahkannya: sudo apt install python3-venv"
  fi
  say "Menyiapkan lingkungan Python / making .venv with $("$python" --version 2>&1)"
  rm -rf "$ROOT/.venv"
  "$python" -m venv "$ROOT/.venv" || die "Lingkungan Python gagal dibuat / .venv could not be made."
}

# A package mirror configured for pip serves uv as well (uv does not read pip's settings by itself).
use_pip_settings_for_uv() {
  local value
  pip_setting() {
    "$PYTHON" -m pip config list 2>/dev/null | sed -n "s/^[^=]*\\.$1='\\(.*\\)'\$/\\1/p" | tail -n 1 | sed 's/\\n/ /g'
  }
  value="$(pip_setting index-url)"
  [ -z "$value" ] || export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$value}"
  value="$(pip_setting extra-index-url)"
  [ -z "$value" ] || export UV_INDEX="${UV_INDEX:-$value}"
  value="$(pip_setting find-links)"
  [ -z "$value" ] || export UV_FIND_LINKS="${UV_FIND_LINKS:-$(printf '%s' "$value" | tr ' ' ',')}"
  value="$(pip_setting cert)"
  [ -z "$value" ] || export SSL_CERT_FILE="${SSL_CERT_FILE:-$value}"
  value="$(pip_setting timeout)"
  [ -z "$value" ] || export UV_HTTP_TIMEOUT="${UV_HTTP_TIMEOUT:-$value}"
}

# install_lock runtime|dev: every package of that lock file, checked by hash; nothing when it is done already.
install_lock() {
  local lock="requirements/$1.txt" want
  want="$(hash_of "$lock")"
  local mark="$ROOT/.venv/.installed-$1"
  if [ -f "$mark" ] && [ "$(cat "$mark")" = "$want" ]; then
    return 0
  fi
  say "Memasang pustaka / installing $lock"
  local log="$VAR/install.log"
  if "$PYTHON" -m uv --version >/dev/null 2>&1 ||
    "$PYTHON" -m pip install --quiet --disable-pip-version-check 'uv>=0.5,<1' >"$log" 2>&1; then
    use_pip_settings_for_uv
    # Every file is checked by hash, so it does not matter which of several indexes it comes from.
    if ! "$PYTHON" -m uv pip install --quiet --python "$PYTHON" --require-hashes \
      --index-strategy unsafe-best-match -r "$lock" >>"$log" 2>&1; then
      say "uv gagal, mencoba pip (lebih lambat) / uv failed, trying pip (slower)"
      pip_install_lock "$lock" "$log"
    fi
  else
    say "uv tidak tersedia, memakai pip (lebih lambat) / no uv here, using pip (slower)"
    pip_install_lock "$lock" "$log"
  fi
  printf '%s' "$want" >"$mark"
  # The dev lock holds the whole runtime lock at the same versions (tests/test_locks.py).
  [ "$1" != dev ] || hash_of requirements/runtime.txt | tr -d '\n' >"$ROOT/.venv/.installed-runtime"
}

pip_install_lock() {
  "$PYTHON" -m pip install --disable-pip-version-check --require-hashes -r "$1" >>"$2" 2>&1 || {
    tail -n 15 "$2" >&2
    die "Pustaka gagal dipasang; periksa sambungan internet. Catatan lengkap: $2
The packages could not be installed; the full record is in $2"
  }
}

# Python looks into both source roots.
export PYTHONPATH="$ROOT/site:$ROOT"
