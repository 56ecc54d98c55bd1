# shellcheck shell=bash
# What the commands in this folder share: finding Java and Maven, building what is missing, calling the launcher.

KCS_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
export KCS_ROOT
readonly NEEDED_JAVA=17

refuse() {
  printf '%s\n' "$1" >&2
  exit 2
}

find_java() {
  JAVA="${JAVA_HOME:+$JAVA_HOME/bin/}java"
  command -v "$JAVA" >/dev/null ||
    refuse "no java${JAVA_HOME:+ in JAVA_HOME ($JAVA_HOME)}; install a JDK $NEEDED_JAVA or newer and put it on the PATH or into JAVA_HOME"
  local version
  version="$("$JAVA" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')"
  [[ "${version%%.*}" -ge $NEEDED_JAVA ]] 2>/dev/null ||
    refuse "java is version ${version:-unknown} and $NEEDED_JAVA or newer is needed; set JAVA_HOME to such a JDK"
}

find_maven() {
  command -v "${JAVA%java}javac" >/dev/null ||
    refuse "there is a Java runtime but no compiler beside it; install a whole JDK $NEEDED_JAVA or newer"
  command -v mvn >/dev/null ||
    refuse "Maven is needed to build what is missing; install it (Debian: apt-get install maven) and put mvn on the PATH"
}

# Whether what a module builds is missing or older than any of the sources it is made of.
is_stale() {
  local built="$1"
  shift
  [[ ! -e "$built" ]] ||
    [[ -n "$(find "$@" -newer "$built" -type f -print -quit 2>/dev/null)" ]]
}

build_what_is_missing() {
  local modules=() shared=("$KCS_ROOT/pom.xml" "$KCS_ROOT/chassis/src/main" "$KCS_ROOT/chassis/pom.xml")
  if is_stale "$(launcher_jar)" "$KCS_ROOT/pom.xml" "$KCS_ROOT/deploy/local/pom.xml" "$KCS_ROOT/deploy/local/src/main" ||
    [[ ! -d "$KCS_ROOT/deploy/local/target/keycloak" ]]; then
    modules+=(deploy/local)
  fi
  local service
  for service in agency-service collaboration-service progress-service; do
    if is_stale "$KCS_ROOT/$service/target/quarkus-app/quarkus-run.jar" \
      "${shared[@]}" "$KCS_ROOT/$service/src/main" "$KCS_ROOT/$service/pom.xml"; then
      modules+=("$service")
    fi
  done
  if [[ ${#modules[@]} -eq 0 ]]; then
    printf '[1/9] nothing to build\n'
    return
  fi
  find_maven
  printf '[1/9] building %s (the first time takes some minutes)\n' "${modules[*]}"
  local list
  list="$(IFS=,; printf '%s' "${modules[*]}")"
  (cd "$KCS_ROOT" && mvn -q -B -DskipTests -Dspotless.check.skip=true -pl "$list" -am package) ||
    { printf 'the build failed; its messages are above\n' >&2; exit 1; }
  # Maven leaves a jar alone that would come out the same; without this it would look older than its sources for ever.
  local module
  for module in "${modules[@]}"; do
    case "$module" in
      deploy/local) touch -c "$(launcher_jar)" ;;
      *) touch -c "$KCS_ROOT/$module/target/quarkus-app/quarkus-run.jar" ;;
    esac
  done
}

launcher_jar() {
  printf '%s' "$KCS_ROOT/deploy/local/target/local-stack-1.0.0-SNAPSHOT.jar"
}

# Runs a command of the launcher in this process' place.
launch() {
  [[ -e "$(launcher_jar)" ]] || refuse "nothing is built yet; start with deploy/up"
  exec "$JAVA" -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto \
    -Djava.util.logging.config.file="$KCS_ROOT/deploy/local/logging.properties" \
    -cp "$(launcher_jar):$KCS_ROOT/deploy/local/target/lib/*" kcs.local.Launcher "$@"
}
