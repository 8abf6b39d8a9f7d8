package ma.qutb.market.passport;

import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.market.Piece;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices when one tag is scanned from many places within a week: it was copied. No person and no device is known: only the first part of
 * the network, hashed with a salt of the week that is thrown away afterwards, and the day.
 */
@Component
@Transactional
class Scans {

    private static final int SHORT = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final Notifications notifications;
    private final Clock clock;
    private final int many;

    Scans(
            JdbcClient database,
            Notifications notifications,
            Clock clock,
            @Value("${qutb.market.many-places}") int many) {
        this.database = database;
        this.notifications = notifications;
        this.clock = clock;
        this.many = many;
    }

    /** @param address the scanner's, which is forgotten at once */
    void record(Piece piece, String address) {
        var today = LocalDate.now(clock);
        var network = hashed(address, salt(week(today)));
        int before = places(piece);
        database.sql("""
            insert into market.scan (piece_id, week, network, day, times) values (:piece, :week, :network, :day, 1)
            on conflict on constraint scan_pk do update set times = market.scan.times + 1
            """)
                .param("piece", piece.id().value())
                .param("week", week(today))
                .param("network", network)
                .param("day", today)
                .update();
        if (before < many && places(piece) >= many) {
            tell(piece, "market.passport.told.many-places");
        }
    }

    /**
     * Somebody was offered a piece that was sold before. The same network says it once a week.
     *
     * @return whether it was news
     */
    boolean offeredAgain(Piece piece, String address) {
        var week = week(LocalDate.now(clock));
        int told = database.sql("""
            insert into market.offered_again (piece_id, week, network) values (:piece, :week, :network) on conflict do nothing
            """)
                .param("piece", piece.id().value())
                .param("week", week)
                .param("network", hashed(address, salt(week)))
                .update();
        if (told > 0) {
            tell(piece, "market.passport.told.offered-again");
        }
        return told > 0;
    }

    /** Whether its tag turned up in more places this week than one piece can be. */
    @Transactional(readOnly = true)
    public boolean inManyPlaces(Piece piece) {
        return places(piece) >= many;
    }

    private int places(Piece piece) {
        return database.sql("select count(distinct network) from market.scan where piece_id = :piece and week = :week")
                .param("piece", piece.id().value())
                .param("week", week(LocalDate.now(clock)))
                .query(Integer.class)
                .single();
    }

    private void tell(Piece piece, String message) {
        notifications.tell(
                Role.HALL_SELLER,
                Scope.EVERYWHERE,
                message,
                List.of(piece.serial()),
                "/app/pieces/" + piece.id() + "/thread");
    }

    private byte[] salt(LocalDate week) {
        var fresh = new byte[16];
        RANDOM.nextBytes(fresh);
        int made = database.sql(
                        "insert into market.scan_salt (week, salt) values (:week, :salt) on conflict do nothing")
                .param("week", week)
                .param("salt", fresh)
                .update();
        if (made > 0) {
            database.sql("delete from market.scan_salt where week < :week")
                    .param("week", week)
                    .update();
        }
        return database.sql("select salt from market.scan_salt where week = :week")
                .param("week", week)
                .query(byte[].class)
                .single();
    }

    /** A provider's network, not a house: 24 bits of an old address, 48 of a new one. */
    static byte[] hashed(String address, byte[] salt) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 6)), SHORT);
        } catch (IllegalArgumentException e) {
            return new byte[SHORT];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    private static LocalDate week(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
