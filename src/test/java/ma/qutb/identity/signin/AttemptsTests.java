package ma.qutb.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.qutb.identity.IdentityTest;
import ma.qutb.kernel.Refusal;
import ma.qutb.support.AdjustableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityTest
class AttemptsTests {

    @Autowired
    Attempts attempts;

    @Autowired
    JdbcClient database;

    @Autowired
    AdjustableClock clock;

    @Test
    void whoTriesManyNamesFromOneAddressWaitsAndIsToldHowLong() {
        var strict = new Attempts(database, (Clock) clock, 5, 3);
        var address = "10.9." + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            strict.begin("name " + UUID.randomUUID(), address);
        }

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> strict.begin("name " + UUID.randomUUID(), address))
                .satisfies(it -> assertThat(it.getArguments()).containsExactly(15L));
        assertThatNoException().isThrownBy(() -> strict.begin("name " + UUID.randomUUID(), address + "1"));

        clock.forward(Duration.ofMinutes(15).plusSeconds(1));
        assertThatNoException().isThrownBy(() -> strict.begin("name " + UUID.randomUUID(), address));
    }

    @Test
    void manyTriesAtTheSameMomentFindNoGap() throws Exception {
        var key = "name " + UUID.randomUUID();
        var answers = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 24; i++) {
                Callable<Boolean> attempt = () -> {
                    try {
                        attempts.begin(key, "10.8.8.8");
                        return true;
                    } catch (Refusal refusal) {
                        return false;
                    }
                };
                answers.add(threads.submit(attempt));
            }
        }

        int passed = 0;
        for (var answer : answers) {
            passed += answer.get() ? 1 : 0;
        }
        assertThat(passed).isEqualTo(5);
    }
}
