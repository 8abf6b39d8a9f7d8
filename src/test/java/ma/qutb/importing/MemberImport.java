package ma.qutb.importing;

import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Members of a cooperative, imported as a module would import its own records. */
class MemberImport implements ImportKind<MemberImport.Member> {

    record Member(
            String name,
            @Nullable String sex,
            @Nullable PhoneNumber phone,
            @Nullable LocalDate joined,
            @Nullable BigDecimal share) {}

    @TestConfiguration
    static class Kinds {
        @Bean
        MemberImport memberImport(JdbcTemplate database) {
            createTable();
            return new MemberImport(database);
        }
    }

    /** After this many batches storing fails, as if the machine broke; negative: never. */
    static final AtomicInteger BREAKS_AFTER = new AtomicInteger(-1);

    private static final Map<String, String> SEXES =
            Map.of("أنثى", "f", "ذكر", "m", "femme", "f", "homme", "m", "F", "f", "M", "m");

    private final JdbcTemplate database;

    MemberImport(JdbcTemplate database) {
        this.database = database;
    }

    static void createTable() {
        var server = TestDatabase.server();
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("""
                    create schema if not exists import_test;
                    create table if not exists import_test.member (id bigint generated always as identity, name text not null,
                        sex text, phone text unique, joined date, share numeric);
                    grant usage on schema import_test to qutb_application;
                    grant select, insert, update, delete on import_test.member to qutb_application;
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "members";
    }

    @Override
    public String texts() {
        return "test.members";
    }

    @Override
    public String permission() {
        return "test.import-members";
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                ImportColumn.name("name").always(),
                ImportColumn.optional("sex"),
                ImportColumn.optional("phone"),
                ImportColumn.optional("joined"),
                ImportColumn.optional("share"));
    }

    @Override
    public @Nullable Member read(ImportRow row) {
        var name = row.text("name");
        var sex = row.choice("sex", SEXES);
        var phone = row.phone("phone");
        var joined = row.date("joined");
        var share = row.number("share");
        return row.rejected() || name == null ? null : new Member(name, sex, phone, joined, share);
    }

    @Override
    public @Nullable String key(Member member) {
        return member.phone() == null ? null : member.phone().value();
    }

    @Override
    public void check(List<Candidate<Member>> batch, ImportContext context) {
        var phones = batch.stream()
                .map(it -> key(it.record()))
                .filter(java.util.Objects::nonNull)
                .toArray(String[]::new);
        var taken = database.queryForList(
                "select phone from import_test.member where phone = any(?)", String.class, (Object) phones);
        for (var candidate : batch) {
            if (taken.contains(key(candidate.record()))) {
                candidate.reject("phone", "test.members.refusal.taken");
            }
        }
    }

    @Override
    public Stored store(List<Member> batch, ImportContext context) {
        if (BREAKS_AFTER.get() >= 0 && BREAKS_AFTER.getAndDecrement() == 0) {
            throw new IllegalStateException("the machine broke");
        }
        database.batchUpdate(
                "insert into import_test.member (name, sex, phone, joined, share) values (?, ?, ?, ?, ?)",
                batch.stream()
                        .map(it -> new Object[] {it.name(), it.sex(), key(it), it.joined(), it.share()})
                        .toList(),
                new int[] {Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.DATE, Types.NUMERIC});
        return new Stored(batch.size(), 0, 0);
    }
}
