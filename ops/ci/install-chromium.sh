#!/bin/sh
# Makes the browser the tests need present: Debian's Chromium and a font that has Chinese glyphs.
#
# Exit 0: both are there (now, or already). Exit 1: they are not and may not be installed here; the reason is
# one line on stderr. Playwright's own browsers are not used: they come from a host that a federation's network
# does not reach, while a Debian mirror always stands nearby.
set -u

have_chromium() {
  [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ] && return 0
  command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1
}

# fc-list answers with an empty text and exit 0 when no font covers the language.
have_cjk_font() {
  command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=zh-cn family 2>/dev/null)" ]
}

missing=''
have_chromium || missing="$missing chromium"
have_cjk_font || missing="$missing fonts-noto-cjk fontconfig"
[ -z "$missing" ] && exit 0

refuse() {
  echo "browser tests need:$missing — $1" >&2
  exit 1
}

command -v apt-get >/dev/null 2>&1 || refuse 'this machine has no apt-get; install them by hand (CHROMIUM=/path names a browser)'
[ "$(id -u)" = 0 ] || refuse "run as root: apt-get install -y$missing"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "installing$missing" >&2
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >"$log" 2>&1 || refuse "apt-get update failed: $(tail -n 1 "$log")"
# shellcheck disable=SC2086
apt-get install -y -qq --no-install-recommends $missing >"$log" 2>&1 || refuse "apt-get install failed: $(tail -n 1 "$log")"

have_chromium || refuse 'installed, but no chromium on the PATH'
have_cjk_font || refuse 'installed, but no font covers zh-cn'
