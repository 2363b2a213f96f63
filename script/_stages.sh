# Shared by script/test and script/check: stages that all run, with seconds each and one table at the end. Sourced.
# shellcheck shell=bash

STAGE_ROWS=()
STAGE_FAILED=0
LEFT_OUT=()

# stage NAME COMMAND...: runs it with its output visible; a failure is remembered, the next stage still runs.
stage() {
  local name="$1" began=$SECONDS code=0 result=ok
  shift
  printf '\n=== %s ===\n' "$name"
  "$@" || code=$?
  if [ "$code" -ne 0 ]; then
    result="FAILED ($code)"
    STAGE_FAILED=1
  fi
  STAGE_ROWS+=("$(printf '%-34s %5d s  %s' "$name" $((SECONDS - began)) "$result")")
}

# leave_out WHAT WHY: said at once and again at the end.
leave_out() {
  LEFT_OUT+=("$1: $2")
  printf '\n=== %s: LEFT OUT (%s) ===\n' "$1" "$2"
}

# The table; returns 1 when a stage failed.
report_stages() {
  printf '\n%s\n' "--- seconds per stage -----------------------------"
  printf '%s\n' "${STAGE_ROWS[@]}"
  printf '%-34s %5d s\n' "in all" "$SECONDS"
  if [ "${#LEFT_OUT[@]}" -gt 0 ]; then
    printf '\nLeft out:\n'
    printf '  - %s\n' "${LEFT_OUT[@]}"
  fi
  if [ "$STAGE_FAILED" -ne 0 ]; then
    printf '\nFAILED\n'
    return 1
  fi
  printf '\nAll stages passed.\n'
}
