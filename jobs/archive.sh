#!/usr/bin/env bash
# The archive job: jobs/archive.sh [--date 2026-10-31] [--archive DIR] [--conf DIR] [--home DIR]
exec "$(dirname -- "${BASH_SOURCE[0]}")/xinbao.sh" archive "$@"
