#!/usr/bin/env bash
# Electron as Playwright is to see it: the line that says where to attach is held back until the window's page has loaded.
# Playwright that attaches while the first page is on its way waits for it for ever (microsoft/playwright issue 17765).
# `exec` keeps the process number that the tests look at, stop and kill.
exec "$CUSTOMER_ROOM_ELECTRON" "$@" 2> >(exec node "$(dirname "$0")/hold-devtools.mjs" >&2)
