package ma.qutb.identity.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.qutb.identity.Colleagues;
import ma.qutb.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads who may be given a task. */
@Repository
@Transactional(readOnly = true)
class ColleaguesTable implements Colleagues {

    private final JdbcClient database;
    private final Clock clock;

    ColleaguesTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Colleague> holding(Set<Role> roles) {
        return database.sql("""
                        select distinct a.id, a.display_name, a.person, a.demonstration
                          from identity.account a join identity.role_held h on h.account = a.id
                         where a.state = 'ACTIVE' and h.role = any(:roles) and (h.to_day is null or h.to_day > :today)
                         order by a.display_name, a.id
                        """)
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .param("today", LocalDate.now(clock))
                .query(ColleaguesTable::colleague)
                .list();
    }

    @Override
    public Map<UUID, Colleague> find(Collection<UUID> users) {
        return database
                .sql("select id, display_name, person, demonstration from identity.account where id = any(:users)")
                .param("users", users.toArray(UUID[]::new))
                .query(ColleaguesTable::colleague)
                .list()
                .stream()
                .collect(Collectors.toMap(Colleague::id, Function.identity()));
    }

    private static Colleague colleague(ResultSet row, int number) throws SQLException {
        return new Colleague(
                row.getObject("id", UUID.class),
                row.getString("display_name"),
                Optional.ofNullable(row.getObject("person", UUID.class)),
                row.getBoolean("demonstration"));
    }
}
