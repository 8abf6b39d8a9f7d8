package ma.qutb.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Between the password and the code: the session knows who is expected, and nothing is open yet. Forgotten after ten minutes. */
@Component
class HalfSignIn {

    private static final String ATTRIBUTE = "qutb.half-sign-in";
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final Clock clock;

    HalfSignIn(Clock clock) {
        this.clock = clock;
    }

    /** @param back the page to return to, or empty */
    record Expected(UUID account, Method method, String back) {}

    void remember(HttpServletRequest request, Expected expected) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true)
                .setAttribute(
                        ATTRIBUTE,
                        expected.account() + "\n" + expected.method() + "\n"
                                + clock.instant().getEpochSecond() + "\n" + expected.back());
    }

    Optional<Expected> expected(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String text)) {
            return Optional.empty();
        }
        var parts = text.split("\n", 4);
        var since = Instant.ofEpochSecond(Long.parseLong(parts[2]));
        return clock.instant().isAfter(since.plus(GOOD_FOR))
                ? Optional.empty()
                : Optional.of(new Expected(UUID.fromString(parts[0]), Method.valueOf(parts[1]), parts[3]));
    }
}
