package ma.qutb.ledger.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of a book in the order of the chart. */
@Repository
@Transactional(readOnly = true)
public class ChartOfAccounts {

    private static final String ACCOUNTS = """
            select a.id, a.book, a.type, a.role, a.owner_kind, a.name_ar, a.name_fr, a.name_en, a.lowest, a.highest,
                   c.code, c.decimals, c.name_ar as c_ar, c.name_fr as c_fr, c.name_en as c_en, c.unit_ar, c.unit_fr, c.unit_en,
                   case when a.lowest is not null then b.posted - b.pending_out - a.lowest
                        when a.highest is not null then a.highest - b.posted - b.pending_in end as available
              from ledger.account a
              join ledger.commodity c on c.code = a.commodity
              left join ledger.balance b on b.account = a.id
            """;

    private static final Comparator<ChartAccount> IN_ORDER = Comparator.comparing(
                    (ChartAccount it) -> it.commodity().code().equals(Commodity.MAD)
                            ? ""
                            : it.commodity().code())
            .thenComparing(ChartAccount::chartNumber)
            .thenComparing(it -> it.name().arabic())
            .thenComparing(it -> it.id().value());

    private final JdbcClient database;

    ChartOfAccounts(JdbcClient database) {
        this.database = database;
    }

    public List<ChartAccount> of(BookId book) {
        return database
                .sql(ACCOUNTS + " where a.book = :book")
                .param("book", book.value())
                .query(ChartOfAccounts::account)
                .stream()
                .sorted(IN_ORDER)
                .toList();
    }

    public Optional<ChartAccount> find(UUID account) {
        return database.sql(ACCOUNTS + " where a.id = :id")
                .param("id", account)
                .query(ChartOfAccounts::account)
                .optional();
    }

    /** The chart with these balances; accounts that were never posted to have zero. */
    public TrialBalance with(BookId book, Map<AccountId, Long> balances) {
        var parts = new LinkedHashMap<Commodity, java.util.ArrayList<TrialBalance.Row>>();
        for (var account : of(book)) {
            parts.computeIfAbsent(account.commodity(), it -> new java.util.ArrayList<>())
                    .add(new TrialBalance.Row(account, balances.getOrDefault(account.id(), 0L)));
        }
        return new TrialBalance(parts.entrySet().stream()
                .map(it -> new TrialBalance.Part(it.getKey(), List.copyOf(it.getValue())))
                .toList());
    }

    static ChartAccount account(ResultSet row, int number) throws SQLException {
        var role = row.getString("role");
        return new ChartAccount(
                new AccountId(row.getObject("id", UUID.class)),
                new BookId(row.getObject("book", UUID.class)),
                new Commodity(
                        row.getString("code"),
                        row.getInt("decimals"),
                        new Label(row.getString("c_ar"), row.getString("c_fr"), row.getString("c_en")),
                        new Label(row.getString("unit_ar"), row.getString("unit_fr"), row.getString("unit_en"))),
                row.getString("type"),
                role,
                chartNumber(role),
                row.getString("owner_kind"),
                new Label(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                row.getObject("lowest", Long.class),
                row.getObject("highest", Long.class),
                row.getObject("available", Long.class));
    }

    static String chartNumber(String role) {
        return ChartRole.of(role).map(ChartRole::number).orElse("999");
    }
}
