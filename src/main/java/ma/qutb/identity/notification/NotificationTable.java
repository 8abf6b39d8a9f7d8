package ma.qutb.identity.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.shell.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Service
@Transactional
public class NotificationTable implements Notifications, Notices {

    private static final int SHOWN = 100;

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    NotificationTable(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void tell(UUID user, String message, List<?> arguments, String link) {
        database.sql("""
                        insert into identity.notification (id, account, message, arguments, link, created_at)
                        values (:id, :account, :message, cast(:arguments as jsonb), :link, :now)""")
                .param("id", Ids.next())
                .param("account", user)
                .param("message", message)
                .param(
                        "arguments",
                        json.writeValueAsString(
                                arguments.stream().map(NotificationTable::plain).toList()))
                .param("link", link)
                .param("now", now())
                .update();
    }

    @Override
    public void tellPerson(UUID person, String message, List<?> arguments, String link) {
        database.sql("select id from identity.account where person = :person and state = 'ACTIVE'")
                .param("person", person)
                .query(UUID.class)
                .list()
                .forEach(it -> tell(it, message, arguments, link));
    }

    @Override
    public void tell(Set<Role> roles, Scope scope, String message, List<?> arguments, String link) {
        var places =
                scope instanceof Scope.Within(var territories) ? territories.toArray(String[]::new) : new String[0];
        database.sql("""
                        select distinct h.account
                        from identity.role_held h join identity.account a on a.id = h.account
                        where h.role = any (cast(:roles as text[])) and h.from_day <= :today and (h.to_day is null or h.to_day > :today)
                          and a.state = 'ACTIVE'
                          and (:everywhere or h.reach = 'EVERYWHERE' or h.places && cast(:places as text[]))""")
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .param("today", LocalDate.now(clock))
                .param("everywhere", scope instanceof Scope.Everywhere)
                .param("places", places)
                .query(UUID.class)
                .list()
                .forEach(it -> tell(it, message, arguments, link));
    }

    /** Numbers stay numbers for plurals; days are read back as days; everything else is text. */
    private static Object plain(Object argument) {
        return argument instanceof Number ? argument : String.valueOf(argument);
    }

    @Override
    @Transactional(readOnly = true)
    public int unread(Actor actor) {
        return database.sql("select count(*) from identity.notification where account = :account and read_at is null")
                .param("account", actor.id())
                .query(Integer.class)
                .single();
    }

    /** The latest of one user. */
    @Transactional(readOnly = true)
    List<Notice> of(UUID user) {
        return database.sql("""
                        select id, message, arguments::text, link, created_at, read_at is null as unread
                        from identity.notification where account = :account order by id desc limit :shown""")
                .param("account", user)
                .param("shown", SHOWN)
                .query(this::notice)
                .list();
    }

    private Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("message"),
                json.readValue(row.getString("arguments"), List.class).stream()
                        .map(NotificationTable::spoken)
                        .toArray(),
                row.getString("link"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("unread"));
    }

    private static Object spoken(Object argument) {
        return argument instanceof String text && text.matches("\\d{4}-\\d{2}-\\d{2}")
                ? LocalDate.parse(text)
                : argument;
    }

    /** One line of the bell. */
    public record Notice(UUID id, String message, Object[] arguments, String link, Instant at, boolean unread) {}

    /** Where it leads; read from now on. Only the user's own. */
    java.util.Optional<String> open(UUID user, UUID notice) {
        database.sql("""
                        update identity.notification set read_at = :now
                        where id = :id and account = :account and read_at is null""")
                .param("now", now())
                .param("id", notice)
                .param("account", user)
                .update();
        return database.sql("select link from identity.notification where id = :id and account = :account")
                .param("id", notice)
                .param("account", user)
                .query(String.class)
                .optional();
    }

    void readAll(UUID user) {
        database.sql("update identity.notification set read_at = :now where account = :account and read_at is null")
                .param("now", now())
                .param("account", user)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
