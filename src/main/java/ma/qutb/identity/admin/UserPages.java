package ma.qutb.identity.admin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.identity.AuditTrail;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.Accounts;
import ma.qutb.identity.account.Reach;
import ma.qutb.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the pages of a user show. */
@Component
public class UserPages {

    private final Accounts accounts;
    private final AuditTrail audit;
    private final JdbcClient database;
    private final Clock clock;

    UserPages(Accounts accounts, AuditTrail audit, JdbcClient database, Clock clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    Account account(UUID id) {
        return accounts.findById(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Roles of an account, those held today first. */
    List<RoleLine> roles(UUID account) {
        return database.sql("""
                        select id, role, reach, places, from_day, to_day from identity.role_held
                        where account = :account order by (to_day is not null), from_day desc, role""")
                .param("account", account)
                .query((row, number) -> line(row))
                .list();
    }

    private RoleLine line(ResultSet row) throws SQLException {
        var from = row.getObject("from_day", LocalDate.class);
        var to = row.getObject("to_day", LocalDate.class);
        var today = LocalDate.now(clock);
        return new RoleLine(
                row.getObject("id", UUID.class),
                Role.valueOf(row.getString("role")),
                Reach.valueOf(row.getString("reach")),
                Arrays.asList((String[]) row.getArray("places").getArray()),
                from,
                to,
                to == null || to.isAfter(today) && to.isAfter(from),
                from.isAfter(today));
    }

    /** Everything that happened to an account and its roles, latest first. */
    List<AuditTrail.Entry> changes(UUID account) {
        return Stream.concat(
                        audit.of("identity.account", account.toString()).stream(),
                        audit.of("identity.role_held", account.toString()).stream())
                .sorted(Comparator.comparingLong(AuditTrail.Entry::id).reversed())
                .toList();
    }

    /**
     * A role as the page shows it.
     *
     * @param to first day on which it is no longer held
     * @param open whether there is something left to end
     * @param ahead whether it begins later
     */
    public record RoleLine(
            UUID id,
            Role role,
            Reach reach,
            List<String> places,
            LocalDate from,
            @Nullable LocalDate to,
            boolean open,
            boolean ahead) {}
}
