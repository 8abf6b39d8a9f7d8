package ma.qutb.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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
