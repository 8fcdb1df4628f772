# For promote and rejoin. A server is written HOST:PORT. These variables are read:
#   CLIENT_FILE           option file of the client with the failover account's user and password
#   REPLICATION_USER, REPLICATION_PASSWORD   the account of the replicas
#   REPLICATION_OPTIONS   more of CHANGE MASTER, such as "MASTER_SSL = 0"; may be left out
#   MARIADB               the client, by default mariadb
#   WAIT_SECONDS          how long each wait may take, by default 60
MARIADB=${MARIADB:-mariadb}
WAIT_SECONDS=${WAIT_SECONDS:-60}
: "${CLIENT_FILE:?names the option file of the client}"
: "${REPLICATION_USER:?}" "${REPLICATION_PASSWORD:?}"

say() { echo "$(date -u +%T.%3N) $*"; }

fail() {
  say "FAILED: $*" >&2
  exit 1
}

# client SERVER OPTION...
client() {
  timeout $((WAIT_SECONDS + 10)) "$MARIADB" --defaults-extra-file="$CLIENT_FILE" \
    --host="${1%:*}" --port="${1##*:}" --connect-timeout=3 "${@:2}"
}

# sql SERVER STATEMENTS: prints values only
sql() { client "$1" --batch --skip-column-names --execute="$2"; }

# field SERVER NAME: a field of the replica's status, empty on a server that follows nobody
field() { client "$1" --vertical --execute='SHOW SLAVE STATUS' | sed -n "s/^ *$2: //p"; }

# await_gtid SERVER POSITION SECONDS: succeeds once the server has applied the position
await_gtid() { [ -z "$2" ] || [ "$(sql "$1" "SELECT MASTER_GTID_WAIT('$2', $3)")" = 0 ]; }

# sequence SERVER: the number of its last transaction
sequence() {
  local position
  position=$(sql "$1" 'SELECT @@gtid_binlog_pos')
  case $position in *,*) fail "$1 has more than one GTID domain: $position" ;; esac
  position=${position##*-}
  echo "${position:-0}"
}

# follow SERVER PRIMARY: what the server has in its own binlog counts as applied
follow() {
  sql "$1" "STOP SLAVE; CHANGE MASTER TO MASTER_HOST = '${2%:*}', MASTER_PORT = ${2##*:},
    MASTER_USER = '$REPLICATION_USER', MASTER_PASSWORD = '$REPLICATION_PASSWORD',
    MASTER_CONNECT_RETRY = 1, MASTER_USE_GTID = slave_pos, MASTER_DEMOTE_TO_SLAVE = 1
    ${REPLICATION_OPTIONS:+, $REPLICATION_OPTIONS}; START SLAVE"
}
