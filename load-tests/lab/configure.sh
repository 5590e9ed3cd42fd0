#!/usr/bin/env bash
# Writes a folder with everything that one Asterisk of the lab reads and writes. Its dialplan is deploy/asterisk's, unchanged.
#
#   configure.sh FOLDER
#
#   PREFIX     where setup.sh put Asterisk (default: the user's cache folder, turno/asterisk)
#   PORT_BASE  a block of 2,000 ports (default: 10000): SIP at PORT_BASE, AMI +1, HTTP +2, RTP +1000 to +1999
#   AGENTS     phones 1001, 1002, …  (default: 40); 9001 and 9002 are the fixed phones
#   LINES_OF   numbers, each also the name of its line (default: "012 016 010")
#   PASSWORD   of the user turno (default: lab)
#
# Run it: PREFIX/bin/asterisk -C FOLDER/etc/asterisk.conf -f
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
deploy=$here/../../deploy/asterisk
[ $# = 1 ] || { echo "usage: configure.sh FOLDER" >&2; exit 2; }
prefix=${PREFIX:-${XDG_CACHE_HOME:-$HOME/.cache}/turno/asterisk}
base=${PORT_BASE:-10000} agents=${AGENTS:-40} lines=${LINES_OF:-012 016 010} password=${PASSWORD:-lab}

mkdir -p "$1"/{etc,lib/keys,run,log,spool/{monitor,tmp,recording}}
lab=$(cd "$1" && pwd)
# A socket's path has at most 107 bytes.
[ ${#lab} -le 90 ] || { echo "lab: the path $lab is too long for Asterisk's socket: choose one of at most 90 characters" >&2; exit 1; }

fill() {
  sed -e "s#@LAB@#$lab#g" -e "s#@ROOT@#$prefix/root#g" -e "s#@SIP_PORT@#$base#g" -e "s#@AMI_PORT@#$((base + 1))#g" \
    -e "s#@HTTP_PORT@#$((base + 2))#g" -e "s#@RTP_FIRST@#$((base + 1000))#g" -e "s#@RTP_LAST@#$((base + 1999))#g" "$1"
}
for file in "$here"/etc/*.conf; do fill "$file" >"$lab/etc/${file##*/}"; done
# Asterisk warns of configuration files that are not there.
for name in acl ccss codecs cli cli_aliases cli_permissions dnsmgr dsp features pjproject pjsip_notify sorcery stasis udptl websocket_client; do
  : >"$lab/etc/$name.conf"
done

cp "$deploy/extensions_turno.conf" "$lab/etc/"
for file in ari_turno manager_turno manager_turno_look; do
  sed "s#CHANGE-ME#$password#" "$deploy/$file.conf" >"$lab/etc/$file.conf"
done

{
  echo '[turno-numbers]'
  for line in $lines; do
    printf 'exten => %s,1,MSet(TURNO_LINE=%s,TURNO_FALLBACK=PJSIP/9001&PJSIP/9002)\n same => n,Goto(turno-line,s,1)\n' "$line" "$line"
  done
  printf '[turno-overflow]\nexten => general,1,Goto(turno-fallback,s,1)\n'
} >"$lab/etc/turno_numbers.conf"

phone() { printf '[%s](phone)\naors = %s\ncallerid = "%s" <%s>\n[%s](phone-aor)\n' "$1" "$1" "$2" "$1" "$1"; }
{
  for ((i = 1; i <= agents; i++)); do phone $((1000 + i)) "Agent $((1000 + i))"; done
  phone 9001 "Fixed phone 1"
  phone 9002 "Fixed phone 2"
} >"$lab/etc/pjsip_phones.conf"
