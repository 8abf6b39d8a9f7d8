# Shared by bin/run: quick starts. Two things are made once after each build and kept in target/quick:
#   beans.jar  how the application is wired together, worked out beforehand and compiled (Spring calls it ahead-of-time processing)
#   app.aot    what Java loaded, linked and learnt during a rehearsal: a start with a database of its own, some pages, an end
# Without either Qutb starts the same, only later. docs/decisions/0009 tells what was measured.

# Both hold for one Java, one build and one set of settings: which parts the application has may hang on settings of the framework.
quick_key() {
  {
    cat "$JAVA_HOME/release" target/app/qutb.jar bin/lib/quick.sh config/application* application.* 2> /dev/null
    printf '%s\n' "${jvm_flags[@]}" "${QUTB_JVM_FLAGS:-}"
    env | LC_ALL=C grep -E '^(SPRING|MANAGEMENT|SERVER|JAVA_TOOL|JDK_JAVA)_' | LC_ALL=C sort
  } | cksum
}

# What the first pages do not need is made after they are there.
lazily=-Dspring.main.lazy-initialization=true

make_beans() {
  local made=target/quick/beans
  mkdir -p $made/sources $made/resources $made/classes
  # Repositories are left as they are: preparing them needs a database.
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 ${QUTB_JVM_FLAGS:-} $lazily -Dspring.aot.repositories.enabled=false -cp target/app/qutb.jar \
    org.springframework.boot.SpringApplicationAotProcessor ma.qutb.QutbApplication \
    $made/sources $made/resources $made/classes ma.qutb qutb \
    && find $made/sources -name '*.java' > $made/list \
    && "$JAVA_HOME/bin/javac" -J-XX:TieredStopAtLevel=1 -nowarn -proc:none -parameters -encoding UTF-8 \
      -cp "$made/classes:target/app/qutb.jar" -d $made/classes @$made/list \
    && "$JAVA_HOME/bin/jar" --create --file target/quick/beans.jar -C $made/classes . && rm -rf $made
}

# How Java is told to start Qutb, as far as it is prepared.
quick_launch() {
  launch=(-cp target/app/qutb.jar ma.qutb.QutbApplication)
  [ -f target/quick/beans.jar ] && launch=(-Dspring.aot.enabled=true $lazily -cp target/quick/beans.jar:target/app/qutb.jar ma.qutb.QutbApplication)
  return 0
}

ask() { # PORT PATH: bash alone, for a machine without curl
  { exec 3<> "/dev/tcp/127.0.0.1/$1" && printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&3 && cat <&3; } > /dev/null 2>&1
  exec 3>&-
}

rehearse() {
  local process port='' page data=target/quick/data log=target/quick/rehearsal.log until=$((SECONDS + 300))
  quick_launch
  "$JAVA_HOME/bin/java" "${jvm_flags[@]}" -XX:AOTCacheOutput=target/quick/app.aot ${QUTB_JVM_FLAGS:-} "${launch[@]}" \
    --server.port=0 --qutb.data=$data --qutb.db.url= --qutb.db.home=$data/postgres --qutb.db.port=0 --qutb.files.folder=$data/files --qutb.files.s3.endpoint= \
    --qutb.demo=false --qutb.console=true --logging.threshold.console=off --logging.file.name=$log > target/quick/rehearsal.out 2>&1 &
  process=$!
  trap 'kill $process 2> /dev/null; exit 130' INT TERM
  while [ $SECONDS -lt $until ] && kill -0 $process 2> /dev/null && ! grep -q http target/quick/rehearsal.out; do sleep 0.1; done
  port=$(sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' $log)
  if [ -n "$port" ]; then
    for page in /ar /fr /ar /ar/figures /ar/directory /sign-in /ar; do ask "$port" $page; done
  fi
  kill $process 2> /dev/null
  wait $process
  trap - INT TERM
  rm -rf $data
  [ -f target/quick/app.aot ]
}

# Prepares what is missing, then sets "launch". QUTB_AOT=off prepares nothing and does without app.aot.
quick_start() {
  local key
  key=$(quick_key)
  if [ "$(cat target/quick/key 2> /dev/null)" != "$key" ] && [ "${QUTB_AOT:-on}" = on ]; then
    exec 8> target/quick.lock
    # Another start in this folder prepares the same at this moment: this one does not wait for it.
    if flock -n 8; then
      say "preparing quick starts (once after each build) …"
      rm -rf target/quick && mkdir -p target/quick
      make_beans > target/quick/beans.log 2>&1 8>&- || { rm -f target/quick/beans.jar; say "the beans could not be prepared (target/quick/beans.log says why); going on without"; }
      rehearse 8>&- || { rm -f target/quick/app.aot; say "quick starts are not available on this machine (target/quick/rehearsal.out says why); going on without"; }
      echo "$key" > target/quick/key
    fi
    exec 8>&-
  fi
  if [ "$(cat target/quick/key 2> /dev/null)" = "$key" ]; then
    quick_launch
    [ -f target/quick/app.aot ] && [ "${QUTB_AOT:-on}" = on ] && jvm_flags+=(-XX:AOTCache=target/quick/app.aot)
  else
    launch=(-cp target/app/qutb.jar ma.qutb.QutbApplication)
  fi
  return 0
}
