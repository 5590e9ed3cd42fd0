#!/usr/bin/env bash
# Puts a real Asterisk 22 into a folder of its own, on a Debian that may be too old to have one. Nothing of the machine
# changes: a private package root resolves and fetches Debian's newer build with every library down to the C library,
# dpkg-deb unpacks them, and bin/asterisk runs the program through that tree's own loader. Needs no root.
#
#   PREFIX       where to (default: the user's cache folder, turno/asterisk)
#   MIRROR       Debian mirror (default: the one that this machine's apt uses)
#   SUITES       Debian suites tried in turn (default: "forky sid")
#   DEBS         a folder with the .deb files of an earlier run: nothing is fetched
#   KEEP_DEBS=1  keeps the fetched .deb files in PREFIX/debs
#   FORCE=1      also when it is there already
#
# Run it as often as you like: when Asterisk is there and starts, it says so and ends at once.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
prefix=${PREFIX:-${XDG_CACHE_HOME:-$HOME/.cache}/turno/asterisk}
suites=${SUITES:-forky sid}
gnu=x86_64-linux-gnu
packages="asterisk asterisk-modules asterisk-moh-opsound-gsm"
# The packages that the modules of etc/modules.conf link to; of the 160 that Debian would install the lab needs these.
lean='^(asterisk|asterisk-modules|asterisk-moh-.*|libbsd0|libc6|libcap2|libcrypt1|libedit2|libgcc-s1|libgsm1|libjansson4'
lean+='|libmd0|libsqlite3-0|libssl3.*|libstdc\+\+6|libsystemd0|libtinfo6|liburiparser1|libuuid1|libxml2.*|libxslt1.*|libzstd1|zlib1g)$'
started=$SECONDS

say() { printf 'asterisk: %s\n' "$*"; }
give_up() { printf 'asterisk: %s\n' "$*" >&2; exit 1; }

case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
root=$prefix/root new=$prefix/root.new apt=$prefix/apt log=$prefix/setup.log

if [ "${FORCE:-0}" != 1 ] && version=$("$prefix/bin/asterisk" -V 2>/dev/null); then
  say "$version is there already, in $prefix"
  exit 0
fi
[ "$(dpkg --print-architecture 2>/dev/null)" = amd64 ] || give_up "only Debian and its relatives on amd64 are supported:
install Asterisk 22 some other way and point TURNO_ASTERISK to a folder whose bin/asterisk starts it"

mkdir -p "$prefix"
# Two at once would unpack into each other.
exec 9>"$prefix/lock"
flock -w 600 9 || give_up "another setup holds $prefix/lock for ten minutes already: see what it does, or remove the file"

unpack() {
  local deb
  rm -rf "$new"
  mkdir -p "$new"
  for deb in "$1"/*.deb; do dpkg-deb -x "$deb" "$new"; done
}

# Prints what the program and the configured modules lack in the unpacked tree; a library found on the machine counts as lacking.
missing() {
  local libraries=$new/usr/lib/$gnu file
  for file in "$new/usr/sbin/asterisk" $(sed -n "s#^\(pre\)\?load = #$libraries/asterisk/modules/#p" "$here/etc/modules.conf"); do
    [ -e "$file" ] || { echo "no $file"; continue; }
    "$libraries/ld-linux-x86-64.so.2" --library-path "$libraries" --list "$file" 2>&1 |
      grep -E 'not found|error while|=> /' | grep -v "=> $new/" || true
  done
}

private_apt() {
  local suite=$1
  rm -rf "$apt"
  mkdir -p "$apt"/lists/partial "$apt"/cache/archives/partial "$apt"/etc/preferences.d "$apt"/etc/apt.conf.d
  : >"$apt/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$apt/sources.list"
  # How the machine reaches its mirror (proxies, certificates) holds here too.
  apt-config dump | grep -E '^Acquire::https?::' >"$apt/apt.conf" || true
  cat >>"$apt/apt.conf" <<E
Dir::State "$apt";
Dir::State::lists "$apt/lists";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
Dir::Etc "$apt/etc";
Dir::Etc::SourceList "$apt/sources.list";
Dir::Etc::SourceParts "-";
APT::Architecture "amd64";
APT::Architectures { "amd64"; };
APT::Install-Recommends "false";
APT::Sandbox::User "$(id -un)";
Acquire::Languages "none";
Acquire::Check-Valid-Until "false";
Acquire::Check-Date "false";
Acquire::Retries "3";
E
}

# fetch REGEXP: downloads those of the needed packages whose names match.
fetch() {
  local names
  rm -f "$apt"/cache/archives/*.deb
  # shellcheck disable=SC2086 # a list of words
  names=$(apt-get -s install $packages 2>>"$log" | awk '/^Inst /{print $2}' | grep -E "$1") || return 1
  say "fetching $(wc -w <<<"$names") packages"
  # shellcheck disable=SC2086
  (cd "$apt/cache/archives" && apt-get -q download $names) >>"$log" 2>&1
}

from_mirror() {
  local suite
  command -v apt-get >/dev/null || give_up "apt-get is missing"
  # shellcheck disable=SC2016 # apt expands it
  mirror=${MIRROR:-$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Component: main' | grep -E '/debian/?$' | head -n 1)}
  [ -n "$mirror" ] || give_up "this machine's apt knows no Debian mirror: name one with MIRROR=https://…/debian"
  for suite in $suites; do
    private_apt "$suite"
    export APT_CONFIG=$apt/apt.conf
    say "reading the list of packages of Debian $suite"
    if apt-get -q update >>"$log" 2>&1 && fetch "$lean"; then
      say "unpacking"
      unpack "$apt/cache/archives"
      if [ -n "$(missing)" ]; then
        missing | sort -u >>"$log"
        say "Debian $suite needs more than the usual packages"
        fetch . || continue
        unpack "$apt/cache/archives"
      fi
      [ -z "$(missing)" ] && return 0
    fi
    say "Debian $suite did not give a working Asterisk"
  done
  return 1
}

: >"$log"
if [ -n "${DEBS:-}" ]; then
  say "unpacking $DEBS"
  unpack "$DEBS"
  [ -z "$(missing)" ] || give_up "the packages in $DEBS are not enough: $(missing | sort -u | head -n 5)"
else
  from_mirror || give_up "could not get Asterisk: $log says why"
  if [ "${KEEP_DEBS:-0}" = 1 ]; then
    rm -rf "$prefix/debs"
    mkdir "$prefix/debs"
    mv "$apt"/cache/archives/*.deb "$prefix/debs/"
  fi
  rm -rf "$apt"
fi
rm -rf "$new"/usr/share/{doc,man,locale,info,lintian} "$root"
mv "$new" "$root"

mkdir -p "$prefix/bin"
cat >"$prefix/bin/asterisk" <<E
#!/bin/sh
exec "$root/usr/lib/$gnu/ld-linux-x86-64.so.2" --library-path "$root/usr/lib/$gnu" "$root/usr/sbin/asterisk" "\$@"
E
chmod +x "$prefix/bin/asterisk"
version=$("$prefix/bin/asterisk" -V) || give_up "it does not start: $prefix/bin/asterisk -V"
say "$version ready in $prefix after $((SECONDS - started)) s"
