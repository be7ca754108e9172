#!/usr/bin/env bash
# Runs one command of Xinbao: jobs/xinbao.sh help lists them. Builds the program on first use and whenever its sources
# are newer; after that no Maven is needed. Settings of the Java machine: XINBAO_JAVA_OPTS (default -Xmx1g).
set -euo pipefail

program=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
jar="$program/target/xinbao.jar"
classes="$program/target/xinbao.jsa"

# Names of files may be Chinese (a bureau wants the company's), which Java cannot write under cron's plain locale.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
  *[Uu][Tt][Ff]*8) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

java_command() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    printf '%s\n' "$JAVA_HOME/bin/java"
  else
    command -v java
  fi
}

must_build() {
  [ ! -f "$jar" ] && return 0
  [ -d "$program/src/main" ] || return 1
  [ -n "$(find "$program/pom.xml" "$program/src/main" -newer "$jar" -print -quit)" ]
}

build() {
  if ! command -v mvn >/dev/null; then
    echo "Xinbao is not built yet and Maven is not on the PATH: install Maven 3.8.1 or newer and run the command again." >&2
    exit 2
  fi
  echo "Building Xinbao (first use or newer sources) ..." >&2
  if ! (cd "$program" && mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcyclonedx.skip=true package) >&2; then
    echo "Xinbao could not be built: see the messages above, mend the cause and run the command again." >&2
    exit 2
  fi
  touch "$jar"
  share_classes
}

# Java starts a third faster with its classes laid ready: those that a night of the sample loads. An archive of
# another Java, or none, is passed over in silence.
share_classes() {
  local sample="$program/sample-data/2026-10-31" training
  rm -f "$classes"
  [ -d "$sample" ] || return 0
  training=$(mktemp -d)
  "$java" -XX:ArchiveClassesAtExit="$classes" -Xmx512m -Xlog:disable -Dxinbao.program="$program" -Dfile.encoding=UTF-8 \
    -Djava.awt.headless=true -jar "$jar" nightly --ledger "$sample" --date 2026-10-31 --conf "$program/jobs/conf" \
    --home "$training/home" --output "$training/out" >/dev/null 2>&1 || true
  rm -rf "$training"
}

if ! java=$(java_command); then
  echo "No Java was found: install a JDK 17 or newer, or set JAVA_HOME, and run the command again." >&2
  exit 2
fi
if must_build; then
  # Two jobs that start at once must not build into one folder at the same time.
  exec 9>"$program/.build.lock"
  if command -v flock >/dev/null; then flock 9; fi
  if must_build; then build; fi
  exec 9>&-
fi

umask 0027
terminal=false
[ -t 2 ] && terminal=true
# shellcheck disable=SC2086 # the options are several words on purpose
exec "$java" -XX:SharedArchiveFile="$classes" -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off \
  ${XINBAO_JAVA_OPTS:--Xmx1g} -Dxinbao.program="$program" -Dxinbao.terminal="$terminal" -Dfile.encoding=UTF-8 -Djava.awt.headless=true \
  -jar "$jar" "$@"
