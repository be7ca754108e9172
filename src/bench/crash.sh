#!/usr/bin/env bash
# Jobs killed and started again: src/bench/crash.sh [KILLS [SEED [PART OF A JOB'S AND STORE'S NAME]]]
# Kills nightly (a first night and a later one), feedback and retention, with HSQLDB and PostgreSQL, at each of their points
# and then at random moments, runs the same command again and compares all that is left with what an undisturbed run leaves:
# files, rows, evidence, what was handed over, what was said. Prints the seed and a table; ends with 1 when a life differs.
# 540 kills without arguments, about an hour.
set -euo pipefail

program=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
java_home=${JAVA_HOME:-}
java=${java_home:+$java_home/bin/}java

cd "$program"
mvn -B -q -Dspotless.check.skip=true test-compile
mvn -B -q dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/crash.classpath
"$java" -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Duser.language=en -Duser.timezone=UTC \
  -cp "target/test-classes:target/classes:$(cat target/crash.classpath)" org.xinbao.job.Crashes "$@"
