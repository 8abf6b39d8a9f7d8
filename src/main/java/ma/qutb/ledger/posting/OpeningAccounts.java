package ma.qutb.ledger.posting;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.NewAccount;
import ma.qutb.ledger.NewBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Commodities, books and accounts as they are opened. */
@Repository
class OpeningAccounts {

    private final JdbcClient database;

    OpeningAccounts(JdbcClient database) {
        this.database = database;
    }

    void define(Commodity it) {
        database.sql("""
                        insert into ledger.commodity values (:code, :decimals, :name_ar, :name_fr, :name_en, :unit_ar, :unit_fr, :unit_en)
                        on conflict (code) do nothing
                        """)
                .param("code", it.code())
                .param("decimals", it.decimals())
                .param("name_ar", it.name().arabic())
                .param("name_fr", it.name().french())
                .param("name_en", it.name().english())
                .param("unit_ar", it.unit().arabic())
                .param("unit_fr", it.unit().french())
                .param("unit_en", it.unit().english())
                .update();
    }

    BookId open(NewBook it, Instant now) {
        var id = BookId.next();
        database.sql("""
                        insert into ledger.book (id, kind, code, name_ar, name_fr, name_en, territories, demonstration, opened_at)
                        values (:id, :kind, :code, :ar, :fr, :en, :territories, :demonstration, :now)
                        """)
                .param("id", id.value())
                .param("kind", it.kind().code())
                .param("code", it.code())
                .param("ar", it.name().arabic())
                .param("fr", it.name().french())
                .param("en", it.name().english())
                .param("territories", it.territories().stream().sorted().toArray(String[]::new))
                .param("demonstration", it.demonstration())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    AccountId open(NewAccount it, Instant now) {
        database.sql("""
                        insert into ledger.account (id, book, commodity, owner_kind, owner_id, subject_id, type, role, name_ar, name_fr,
                            name_en, lowest, highest, opened_at)
                        values (:id, :book, :commodity, :owner_kind, :owner_id, :subject_id, :type, :role, :ar, :fr, :en, :lowest,
                            :highest, :now)
                        on conflict on constraint account_once do nothing
                        """)
                .param("id", AccountId.next().value())
                .param("book", it.book().value())
                .param("commodity", it.commodity())
                .param("owner_kind", it.owner().kind().code())
                .param("owner_id", it.owner().id(), Types.OTHER)
                .param("subject_id", it.subject(), Types.OTHER)
                .param("type", it.role().type().code())
                .param("role", it.role().code())
                .param("ar", it.name().arabic())
                .param("fr", it.name().french())
                .param("en", it.name().english())
                .param("lowest", it.bounds().lowest(), Types.BIGINT)
                .param("highest", it.bounds().highest(), Types.BIGINT)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return new AccountId(database.sql("""
                        select id from ledger.account
                         where book = :book and role = :role and commodity = :commodity and owner_kind = :owner_kind
                           and owner_id is not distinct from :owner_id and subject_id is not distinct from :subject_id
                        """)
                .param("book", it.book().value())
                .param("role", it.role().code())
                .param("commodity", it.commodity())
                .param("owner_kind", it.owner().kind().code())
                .param("owner_id", it.owner().id(), Types.OTHER)
                .param("subject_id", it.subject(), Types.OTHER)
                .query(UUID.class)
                .single());
    }

    void moveCeiling(AccountId account, long highest) {
        database.sql("update ledger.account set highest = :highest where id = :id")
                .param("highest", highest)
                .param("id", account.value())
                .update();
    }
}
