package ma.qutb.ledger.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.BookId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Balances are the last snapshot before the wanted moment and what was posted since. */
@Repository
@Transactional(readOnly = true)
class SummedBalances implements Balances {

    /**
     * The last closing that was over at the instant, and the last entry posted by then. Entries of a book are in the order of time,
     * so that an instant is a number.
     */
    private static final String AT = """
            with base as (select c.month, c.last_number from ledger.closing c
                           where c.book = :book and c.ends <= :at
                           order by c.month desc limit 1),
                 upto as (select ledger.number_at(:book, :at) as number),
                 moved as (select s.account, s.balance as amount from ledger.snapshot s join base on base.month = s.month
                            where s.book = :book
                           union all
                           select p.account, p.amount from ledger.posting p
                            where p.book = :book and p.number > coalesce((select last_number from base), 0)
                              and p.number <= (select number from upto))
            """;

    /** What is in the snapshot of a month that ended by the day had occurred by then too: nothing is posted before it occurs. */
    private static final String ON = """
            with base as (select c.month, c.last_number from ledger.closing c
                           where c.book = :book and (c.month + interval '1 month')::date <= cast(:on as date) + 1
                           order by c.month desc limit 1),
                 moved as (select s.account, s.balance as amount from ledger.snapshot s join base on base.month = s.month
                            where s.book = :book
                           union all
                           select p.account, p.amount from ledger.posting p
                            where p.book = :book and p.number > coalesce((select last_number from base), 0) and p.occurred_on <= :on)
            """;

    private static final String OF_ALL = "select account, sum(amount)::bigint from moved group by account";
    private static final String OF_ONE = "select coalesce(sum(amount), 0)::bigint from moved where account = :account";

    private final JdbcClient database;

    SummedBalances(JdbcClient database) {
        this.database = database;
    }

    @Override
    public long of(AccountId account) {
        return database.sql("""
                        with base as (select s.month, s.balance, c.last_number from ledger.snapshot s
                                        join ledger.closing c on c.book = s.book and c.month = s.month
                                       where s.account = :account order by s.month desc limit 1)
                        select coalesce((select balance from base), 0) + coalesce((
                                   select sum(p.amount) from ledger.posting p
                                    where p.account = :account and p.number > coalesce((select last_number from base), 0)), 0)::bigint
                        """)
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    @Override
    public long available(AccountId account) {
        return database.sql("""
                        select b.posted - b.pending_out - coalesce(a.lowest, 0) from ledger.balance b
                          join ledger.account a on a.id = b.account where b.account = :account
                        """)
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    @Override
    public Map<AccountId, Long> available(Collection<AccountId> accounts) {
        var balances = new HashMap<AccountId, Long>();
        database.sql("""
                        select b.account, b.posted - b.pending_out - coalesce(a.lowest, 0) from ledger.balance b
                          join ledger.account a on a.id = b.account where b.account = any (:accounts)
                        """)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .query(row -> {
                    balances.put(new AccountId(row.getObject(1, UUID.class)), row.getLong(2));
                });
        return balances;
    }

    @Override
    public long at(AccountId account, Instant instant) {
        return database.sql(AT + OF_ONE)
                .param("book", bookOf(account))
                .param("at", instant.atOffset(ZoneOffset.UTC))
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    @Override
    public long on(AccountId account, LocalDate day) {
        return database.sql(ON + OF_ONE)
                .param("book", bookOf(account))
                .param("on", day)
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    @Override
    public Map<AccountId, Long> at(BookId book, Instant instant) {
        var balances = new HashMap<AccountId, Long>();
        database.sql(AT + OF_ALL)
                .param("book", book.value())
                .param("at", instant.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    balances.put(new AccountId(row.getObject(1, UUID.class)), row.getLong(2));
                });
        return balances;
    }

    @Override
    public Map<AccountId, Long> on(BookId book, LocalDate day) {
        var balances = new HashMap<AccountId, Long>();
        database.sql(ON + OF_ALL).param("book", book.value()).param("on", day).query(row -> {
            balances.put(new AccountId(row.getObject(1, UUID.class)), row.getLong(2));
        });
        return balances;
    }

    private UUID bookOf(AccountId account) {
        return database.sql("select book from ledger.account where id = :account")
                .param("account", account.value())
                .query(UUID.class)
                .single();
    }
}
