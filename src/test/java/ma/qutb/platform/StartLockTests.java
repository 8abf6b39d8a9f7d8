package ma.qutb.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class StartLockTests {

    @Autowired
    StartLock lock;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource source;

    @Test
    void theSecondOfTwoThatStartWaitsUntilTheFirstIsDone() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        var begun = new CountDownLatch(1);
        var first = Thread.startVirtualThread(() -> lock.alone(() -> {
            begun.countDown();
            untilSomebodyWaits();
            order.add("first");
        }));
        begun.await();
        lock.alone(() -> order.add("second"));
        first.join();

        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void workThatFailsLeavesTheLockToTheNext() {
        assertThatIllegalStateException()
                .isThrownBy(() -> lock.alone(() -> {
                    throw new IllegalStateException("cut off");
                }))
                .withMessage("cut off");
        assertThat(held()).isZero();
    }

    @Test
    void oneBuildFillsTheTablesOnceAndTheNextOneAgain() {
        var part = "test-" + UUID.randomUUID();
        List<String> filled = new ArrayList<>();

        for (var build : List.of("first", "first", "second")) {
            new StartLock(source, build).once(part, () -> filled.add(build));
        }

        assertThat(filled).containsExactly("first", "second");
    }

    @Test
    void whatFailedIsDoneAgain() {
        var part = "test-" + UUID.randomUUID();
        var build = new StartLock(source, "build");
        List<String> filled = new ArrayList<>();
        assertThatIllegalStateException()
                .isThrownBy(() -> build.once(part, () -> {
                    throw new IllegalStateException("cut off");
                }));

        build.once(part, () -> filled.add("again"));

        assertThat(filled).containsExactly("again");
    }

    @Test
    void whatRunsFromAFolderOfClassesFillsTheTablesEachTime() {
        var part = "test-" + UUID.randomUUID();
        List<String> filled = new ArrayList<>();

        lock.once(part, () -> filled.add("once"));
        lock.once(part, () -> filled.add("twice"));

        assertThat(filled).containsExactly("once", "twice");
    }

    private void untilSomebodyWaits() {
        while (database.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .query(Integer.class)
                        .single()
                == 0) {
            Thread.onSpinWait();
        }
    }

    private int held() {
        return database.sql("""
                        select count(*) from pg_locks where locktype = 'advisory'
                            and (classid::bigint << 32 | objid::bigint) = hashtextextended('platform.start', 0)
                        """).query(Integer.class).single();
    }
}
