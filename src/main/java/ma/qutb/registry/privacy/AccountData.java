package ma.qutb.registry.privacy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.identity.OwnAccounts;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** With what the person signs in, under this record or one that was merged into it. */
@Component
class AccountData implements PersonalData {

    private final OwnAccounts accounts;
    private final JdbcClient database;

    AccountData(OwnAccounts accounts, JdbcClient database) {
        this.accounts = accounts;
        this.database = database;
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public int order() {
        return 105;
    }

    @Override
    public List<Map<String, Object>> about(PersonId person) {
        return records(person).stream()
                .flatMap(it -> accounts.about(it).stream())
                .toList();
    }

    @Override
    public void forget(PersonId person) {
        records(person).forEach(accounts::close);
    }

    private List<UUID> records(PersonId person) {
        return database.sql("""
                        with recursive same as (
                            select p.id from registry.person p where p.id = :person
                            union select p.id from registry.person p join same s on p.merged_into = s.id)
                        select id from same
                        """)
                .param("person", person.value())
                .query(UUID.class)
                .list();
    }
}
