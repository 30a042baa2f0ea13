# The tests of Gongbao, run by `./gongbao test` and by CI. Sourced, so that `build`, `say`, `out` and `flavour` are those of ./gongbao.
# Installs the system packages the tests need, starts a private PostgreSQL on a spare loopback port, runs every test project,
# writes artifacts/tests/*.xml and which clauses have passing tests, and prints one summary line. Under CI a skipped test is a failure.

test_packages="chromium fonts-noto-cjk postgresql strace python3"

install_test_packages() {
  local missing=""
  command -v chromium >/dev/null || missing+=" chromium"
  fc-list 2>/dev/null | grep -qi 'noto.*cjk' || missing+=" fonts-noto-cjk fontconfig"
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=" postgresql"
  command -v strace >/dev/null || missing+=" strace"
  command -v python3 >/dev/null || missing+=" python3"
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null; then
    say "测试需要：$test_packages。本机没有 apt-get，请自行安装；缺少的部分会显示为跳过。"
    return 0
  fi
  local sudo=""
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  say "正在安装测试所需的系统软件：$missing"
  $sudo apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >"$out/apt.log" 2>&1 || { tail -n 20 "$out/apt.log" >&2; exit 1; }
}

# PostgreSQL refuses to run as root, so root hands the cluster to the user postgres.
start_postgres() {
  local bin
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1) || return 0
  [ -n "$bin" ] || return 0
  pg_bin=$bin
  pg_dir=$(mktemp -d)
  pg_port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  if [ "$(id -u)" -eq 0 ]; then chown postgres "$pg_dir"; fi
  as_postgres "$bin/initdb -D $pg_dir/data -U postgres --encoding=UTF8 --locale=C.UTF-8 -A trust" >/dev/null
  as_postgres "$bin/pg_ctl -D $pg_dir/data -w -l $pg_dir/log -o '-p $pg_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$pg_dir -c max_connections=200' start" >/dev/null
  trap stop_postgres EXIT
  export GONGBAO_TEST_POSTGRES="Host=127.0.0.1;Port=$pg_port;Username=postgres;Database=postgres"
}

stop_postgres() {
  as_postgres "$pg_bin/pg_ctl -D $pg_dir/data -m immediate -w stop" >/dev/null 2>&1 || true
  rm -rf "$pg_dir"
}

as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then su postgres -c "$1"; else sh -c "$1"; fi
}

run_tests() {
  mkdir -p "$out/tests"
  rm -f "$out"/tests/*.xml "$out"/tests/*.log
  install_test_packages
  if [ -z "${GONGBAO_TEST_POSTGRES:-}" ]; then start_postgres; fi
  say "正在构建……"
  build "$here/Gongbao.slnx"
  # Two at a time: the browser tests are the longest, so they start first beside the rest.
  local projects=(Gongbao.EndToEnd) project
  for project in "$here"/tests/*/*.csproj; do
    project=$(basename "$project" .csproj)
    case "$project" in Gongbao.EndToEnd | Gongbao.Testing) ;; *) projects+=("$project") ;; esac
  done
  say "正在运行测试……"
  printf '%s\n' "${projects[@]}" | xargs -P 2 -I{} bash -c '
    log=$2/tests/$1.log
    dotnet "$2/bin/$1/$3/$1.dll" -noLogo -noColor -result-xml "$2/tests/$1.xml" >"$log" 2>&1 && state=通过 || state=未通过
    printf "%s %s\n" "$state" "$1" >&2
    [ "$state" = 通过 ] || grep -vE "^ *$" "$log" | tail -n 150 >&2' _ {} "$out" "$flavour" || true
  local asked=()
  for project in "${projects[@]}"; do asked+=("$out/tests/$project.xml"); done
  dotnet "$out/bin/Gongbao/$flavour/Gongbao.dll" test-report "${asked[@]}" ${CI:+--fail-on-skip} "$@"
}
