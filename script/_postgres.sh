# A throw-away PostgreSQL cluster for one test run: own data folder, own socket, no network port. Sourced.
# shellcheck shell=bash

PG_BIN=""
PG_DATA=""
PG_SOCKET=""

find_postgres() {
  local folder
  for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin | sort -Vr) \
    "$(dirname "$(command -v initdb || echo /nowhere/initdb)")"; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then
      PG_BIN="$folder"
      return 0
    fi
  done
  return 1
}

# PostgreSQL refuses to run as root: then the system's user `postgres` owns and runs the cluster.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then
    runuser -u postgres -- "$@"
  else
    "$@"
  fi
}

# start_postgres [production]: without the word a lost database is no loss and nothing waits for the disk; with it
# the cluster is set up as docs/features/bench.md says a production one is, waiting for the disk included.
start_postgres() {
  local locale=C settings
  if [ "${1:-}" = production ]; then
    settings="-c shared_buffers=2GB -c effective_cache_size=6GB -c work_mem=32MB -c maintenance_work_mem=512MB \
-c random_page_cost=1.1 -c jit=off -c max_wal_size=8GB -c checkpoint_timeout=15min"
  else
    settings="-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
  fi
  ! locale -a 2>/dev/null | grep -qix 'c\.utf-\?8' || locale=C.UTF-8
  PG_DATA="$VAR/postgres-$$"
  # Outside the checkout: the path of a socket may not pass 107 characters.
  PG_SOCKET="/tmp/warta-kim-$$"
  mkdir -p "$PG_DATA"
  if [ "$(id -u)" -eq 0 ]; then
    chown postgres "$PG_DATA"
    if ! runuser -u postgres -- test -w "$PG_DATA"; then
      # The checkout lies where only root may look, for example in its home.
      rmdir "$PG_DATA"
      PG_DATA="$(mktemp -d)"
      chown postgres "$PG_DATA"
    fi
  fi
  chmod 700 "$PG_DATA"
  mkdir -m 700 "$PG_SOCKET"
  [ "$(id -u)" -ne 0 ] || chown postgres "$PG_SOCKET"
  as_postgres "$PG_BIN/initdb" -D "$PG_DATA" -U warta --auth=trust -E UTF8 --locale="$locale" --no-sync \
    >"$VAR/postgres-init.log" 2>&1 || {
    tail -n 5 "$VAR/postgres-init.log"
    return 1
  }
  as_postgres "$PG_BIN/pg_ctl" -D "$PG_DATA" -l "$PG_DATA/server.log" -w -t 60 -o \
    "-c listen_addresses='' -c unix_socket_directories='$PG_SOCKET' -c max_connections=100 $settings" start >/dev/null || {
    tail -n 5 "$PG_DATA/server.log"
    return 1
  }
  PG_URL="postgres://warta@/warta?host=$PG_SOCKET"
}

stop_postgres() {
  [ -n "$PG_DATA" ] || return 0
  as_postgres "$PG_BIN/pg_ctl" -D "$PG_DATA" -m immediate -w -t 30 stop >/dev/null 2>&1 || true
  rm -rf "$PG_DATA" "$PG_SOCKET"
  PG_DATA=""
}
