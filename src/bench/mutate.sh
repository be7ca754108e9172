#!/usr/bin/env bash
# Damaged exports, configurations and feedback files through the program: src/bench/mutate.sh [INPUTS [SEED]]
# Prints the seed and a table of what became of them; ends with 1 when one of them did what no input may (a stack trace,
# no end, a row not accounted for, a reject not explained, an exit code that the contract does not have).
# 20,000 inputs without arguments, about half an hour. MUTATE_JAVA_OPTS: default -Xmx512m.
set -euo pipefail

program=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
java_home=${JAVA_HOME:-}
java=${java_home:+$java_home/bin/}java

cd "$program"
mvn -B -q -Dspotless.check.skip=true test-compile
mvn -B -q dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/mutate.classpath
# shellcheck disable=SC2086 # options are several words
"$java" ${MUTATE_JAVA_OPTS:--Xmx512m} -Duser.language=en -Duser.timezone=UTC \
  -cp "target/test-classes:target/classes:$(cat target/mutate.classpath)" \
  org.xinbao.badinput.BadInputs "${1:-20000}" ${2:+"$2"}
