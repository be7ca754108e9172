#!/usr/bin/env bash
# Repeats a hand-over: jobs/handover.sh --date 2026-10-31 [--bureau B] [--again FILE] [--done FILE] [--output DIR] [--conf DIR] [--home DIR]
exec "$(dirname -- "${BASH_SOURCE[0]}")/xinbao.sh" handover "$@"
