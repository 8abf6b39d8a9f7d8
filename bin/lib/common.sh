# Shared by the commands of bin/: the project's folder, a JDK 25, the build, the extracted application.

QUTB_HOME=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$QUTB_HOME" || exit 1

say() { printf 'Qutb: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# From the file every JDK carries, or by asking it.
jdk_version() {
  { cat "$1/release" 2> /dev/null || "$1/bin/java" -version 2>&1; } | sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p; s/.*version "\([0-9]*\).*/\1/p' | head -n 1
}

# A JDK 25 or later: JAVA_HOME, then PATH, then the usual folders.
find_jdk() {
  local candidate javac
  for candidate in "${JAVA_HOME:-}" \
    "$(javac=$(command -v javac) && dirname "$(dirname "$(readlink -f "$javac")")")" \
    /usr/lib/jvm/*25* /opt/java/*25* /opt/jdk*25* "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    if [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ]; then
      [ "$(jdk_version "$candidate")" -ge 25 ] 2>/dev/null && { export JAVA_HOME=$candidate; return 0; }
    fi
  done
  fail "JDK 25 not found: install one (Debian: apt install openjdk-25-jdk; or Temurin 25) or point JAVA_HOME at it"
}

maven() { ./mvnw --batch-mode --no-transfer-progress "$@"; }

# The application is built when it is missing or older than what it is made from.
application_is_current() {
  [ -f target/app/qutb.jar ] && [ -z "$(find pom.xml src/main -newer target/app/qutb.jar -type f -print -quit)" ]
}

build_application() {
  application_is_current && return 0
  say "building (the first time this takes some minutes) …"
  local log=target/build.log
  mkdir -p target
  maven -q -DskipTests package > "$log" 2>&1 || { grep -m 5 '^\[ERROR\]' "$log" >&2; fail "the build failed; all of it is in $log"; }
  rm -rf target/app target/quick
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar target/qutb.jar extract --destination target/app >> "$log" 2>&1 \
    || fail "the application could not be unpacked; see $log"
  touch target/app/qutb.jar
}

# Small and steady: one collector thread, small headers, a heap that leaves the whole process under 400 MB, what compilers took given back.
jvm_flags=(-Xmx192m -Xmn72m -XX:TrimNativeHeapInterval=20000 -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:ReservedCodeCacheSize=64m -Xss512k
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8)
# The C library would keep a store of its own for each of many threads.
export MALLOC_ARENA_MAX=2
