#!/usr/bin/env bash
# Asks the questions before and after a change, and writes a report for a pull request.
#   ARTICLES   folder of the articles        QUESTIONS  file of questions, found where it is empty
#   BASE_SHA   the commit before             BUILD      command that makes the folder, if any
#   FOOTNOTE   the command line              REPORT     file that the report is written to
# Exit code: that of `footnote test` after the change.
set -euo pipefail
here="$PWD"
read -r -a footnote <<< "${FOOTNOTE:-npx --yes footnote-ask}"
questions="${QUESTIONS:-}"
if [ -z "$questions" ]; then
  questions="$ARTICLES/questions.yaml"
  [ -f "$questions" ] || questions="questions.yaml"
fi
questions="$(realpath "$questions")"
work="$(mktemp -d)"
trap 'git -C "$here" worktree remove --force "$work/base" 2> /dev/null || true; rm -rf "$work"' EXIT

ask() { # ask FOLDER NAME [OPTION...]: builds what is in a folder and asks it
  local folder="$1" name="$2"
  shift 2
  cd "$folder"
  if [ -n "${BUILD:-}" ]; then bash -c "$BUILD" >&2; fi
  "${footnote[@]}" test "$ARTICLES" --questions "$questions" --out "$work/$name" --json "$work/$name.json" "$@"
}

git worktree add --quiet --detach "$work/base" "$BASE_SHA"
# Questions that fail before the change are no reason to stop; nor is a page that only the change brings.
(ask "$work/base" before) > /dev/null || true
compared=()
if [ -f "$work/before.json" ]; then compared=(--compare "$work/before.json"); fi
status=0
(ask "$here" after --markdown "$REPORT" "${compared[@]}") || status=$?
if [ ! -f "$REPORT" ]; then
  printf '### Answers: could not be asked\n\nThe log of the job says why.\n' > "$REPORT"
elif [ ${#compared[@]} -eq 0 ]; then
  printf '\nThe articles before this change could not be asked these questions, so nothing is compared.\n' >> "$REPORT"
fi
exit "$status"
