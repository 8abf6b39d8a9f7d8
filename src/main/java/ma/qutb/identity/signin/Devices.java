package ma.qutb.identity.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.kernel.Ids;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Phones that know their owners, by a cookie whose secret only they have. */
@Component
@Transactional
class Devices {

    private static final String COOKIE = "device";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final Clock clock;

    Devices(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<UUID> of(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(it -> it.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(it -> database.sql("select id from identity.device where digest = :digest")
                        .param("digest", digest(it))
                        .query(UUID.class)
                        .optional());
    }

    /** This phone, made known if it was not. */
    UUID remembered(HttpServletRequest request, HttpServletResponse response) {
        return of(request).orElseGet(() -> {
            var secret = new byte[32];
            RANDOM.nextBytes(secret);
            var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            var id = Ids.next();
            database.sql("insert into identity.device (id, digest, last_used_at) values (:id, :digest, :now)")
                    .param("id", id)
                    .param("digest", digest(token))
                    .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
            var cookie = ResponseCookie.from(COOKIE, token)
                    .path("/")
                    .maxAge(Duration.ofDays(400))
                    .httpOnly(true)
                    .sameSite("Lax")
                    .secure(request.isSecure())
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
            return id;
        });
    }

    private static byte[] digest(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
