package ma.qutb.identity.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks up who a session belongs to, at every request and in one question, so that a role ended or an account locked
 * on any node counts from the next click.
 */
@Component
public class SignedInUsers {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final Permissions permissions;
    private final Clock clock;
    private final Duration longest;

    SignedInUsers(
            JdbcClient database,
            Permissions permissions,
            Clock clock,
            @Value("${qutb.sign-in.absolute-timeout:12h}") Duration longest) {
        this.database = database;
        this.permissions = permissions;
        this.clock = clock;
        this.longest = longest;
    }

    /** The user of this sign-in, unless it was ended, is too old, or the account is locked. */
    public Optional<SignedIn> of(UUID signIn) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var found = database.sql("""
                        select a.id, a.display_name, a.language, a.person, a.demonstration, s.last_used_at,
                               array(select h.role || ' ' || case h.reach when 'EVERYWHERE' then '*'
                                                                          else array_to_string(h.places, ',') end
                                     from identity.role_held h
                                     where h.account = a.id and h.from_day <= :today
                                       and (h.to_day is null or h.to_day > :today)) as roles
                        from identity.sign_in s
                        join identity.account a on a.id = s.account
                        where s.id = :sign_in and s.ended_at is null and s.signed_in_at > :oldest
                          and a.state = 'ACTIVE'""")
                .param("today", LocalDate.now(clock))
                .param("sign_in", signIn)
                .param("oldest", now.minus(longest))
                .query((row, number) ->
                        new Found(user(signIn, row), row.getObject("last_used_at", OffsetDateTime.class)))
                .optional();
        if (found.isPresent() && found.get().lastUsed().isBefore(now.minus(NOTED_EVERY))) {
            database.sql("update identity.sign_in set last_used_at = :now where id = :sign_in")
                    .param("now", now)
                    .param("sign_in", signIn)
                    .update();
        }
        return found.map(Found::user);
    }

    /** What somebody is today, without a session. */
    public Set<Role> rolesOf(UUID account) {
        return database.sql("""
                        select distinct role from identity.role_held
                        where account = :account and from_day <= :today and (to_day is null or to_day > :today)""")
                .param("account", account)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> Role.valueOf(row.getString("role")))
                .set();
    }

    private record Found(SignedIn user, OffsetDateTime lastUsed) {}

    private SignedIn user(UUID signIn, ResultSet row) throws SQLException {
        var held = held(row.getArray("roles"));
        Set<Role> roles = EnumSet.noneOf(Role.class);
        held.forEach(it -> roles.add(it.role()));
        return new SignedIn(
                row.getObject("id", UUID.class),
                signIn,
                row.getString("display_name"),
                Language.of(row.getString("language")).orElse(Language.AR),
                Optional.ofNullable(row.getObject("person", UUID.class)),
                row.getBoolean("demonstration"),
                Set.copyOf(roles),
                permissions.of(held));
    }

    private static List<Permissions.Held> held(Array roles) throws SQLException {
        return Arrays.stream((String[]) roles.getArray())
                .map(it -> it.split(" ", 2))
                .map(it -> new Permissions.Held(
                        Role.valueOf(it[0]),
                        it[1].equals("*") ? Scope.EVERYWHERE : new Scope.Within(Set.of(it[1].split(",")))))
                .toList();
    }
}
