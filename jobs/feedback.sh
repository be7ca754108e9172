#!/usr/bin/env bash
# The feedback job: jobs/feedback.sh --dir DIR [--output DIR] [--conf DIR] [--home DIR]
exec "$(dirname -- "${BASH_SOURCE[0]}")/xinbao.sh" feedback "$@"
