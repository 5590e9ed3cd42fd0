#!/usr/bin/env bash
# Writes a folder with the configuration of one FreeSWITCH for the conformance kit. Its dialplan is deploy/freeswitch's,
# unchanged. Nothing here installs FreeSWITCH.
#
#   configure.sh FOLDER
#
#   SIP_PORT   where phones register, on 127.0.0.1 (default: 5062)
#   ESL_PORT   of the event socket (default: 8021)
#   PASSWORD   of the event socket (default: lab)
#   RTP_FIRST  first of 2,000 ports for media (default: 42000)
#   MODULES    folder of FreeSWITCH's modules (default: as it was built)
#
# Run it: freeswitch -nonat -nf -conf FOLDER/etc -log FOLDER/log -db FOLDER/db -run FOLDER/run
# and the kit against it: TURNO_FREESWITCH=127.0.0.1:8021:lab ./turno test --only freeswitch
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
deploy=$here/../../../deploy/freeswitch
[ $# = 1 ] || { echo "usage: configure.sh FOLDER" >&2; exit 2; }
mkdir -p "$1"/{etc,log,db,run,sounds}
lab=$(cd "$1" && pwd)
sip=${SIP_PORT:-5062} esl=${ESL_PORT:-8021} password=${PASSWORD:-lab} rtp=${RTP_FIRST:-42000}

sed -e "s#@LAB@#$lab#g" -e "s#@SIP_PORT@#$sip#g" -e "s#@RTP_FIRST@#$rtp#g" -e "s#@RTP_LAST@#$((rtp + 1999))#g" \
  "$here/freeswitch.xml" >"$lab/etc/freeswitch.xml"
[ -z "${MODULES:-}" ] || sed -i "s#<!-- @MODULES@ -->#<X-PRE-PROCESS cmd=\"set\" data=\"mod_dir=$MODULES\"/>#" "$lab/etc/freeswitch.xml"
cp "$deploy/dialplan/turno.xml" "$lab/etc/turno.xml"
sed 's#912345##' "$deploy/dialplan/turno_numbers.xml" >"$lab/etc/turno_numbers.xml"
sed -e "s#8021#$esl#" -e "s#CHANGE-ME#$password#" "$deploy/autoload_configs/event_socket.conf.xml" >"$lab/etc/event_socket.conf.xml"
cp "$deploy/autoload_configs/acl_turno.xml" "$lab/etc/"
{
  echo '<include>'
  for phone in $(seq 1001 1400) 9001 9002 9016; do echo "<user id=\"$phone\"/>"; done
  echo '</include>'
} >"$lab/etc/phones.xml"
# Hold music: a low tone of a second.
[ -e "$lab/sounds/hold.wav" ] || {
  printf 'RIFF\x24\x3f\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x80\x3e\x00\x00\x02\x00\x10\x00data\x80\x3e\x00\x00'
  for _ in $(seq 200); do for _ in $(seq 20); do printf '\x00\x04'; done; for _ in $(seq 20); do printf '\x00\xfc'; done; done
} >"$lab/sounds/hold.wav"
