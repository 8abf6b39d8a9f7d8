package ma.qutb.bench;

import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Balances;
import ma.qutb.ledger.BookId;
import ma.qutb.ledger.BookKind;
import ma.qutb.ledger.Bounds;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Label;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.NewAccount;
import ma.qutb.ledger.NewBook;
import ma.qutb.ledger.Owner;
import ma.qutb.ledger.reading.AccountStatement;
import ma.qutb.ledger.reading.ChartOfAccounts;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger as the application has it, without the application. */
public final class BenchLedger implements AutoCloseable {

    private static final Label NAME = new Label("قياس", "mesure", "measure");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public BenchLedger(DataSource database, Clock clock) {
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(Clock.class, () -> clock);
        context.register(Transactions.class);
        var scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(
                new RegexPatternTypeFilter(
                        Pattern.compile(
                                ".*\\.(KeepingLedger|JournalFunctions|OpeningAccounts|WaitingForTheDisk|PostingTogether|SummedBalances"
                                        + "|AccountStatement|ChartOfAccounts|SummedTotals|BookTails|LatestEntries|ReadingFund|Partners|PriceTable)")));
        scanner.scan("ma.qutb.ledger", "ma.qutb.materials.fund", "ma.qutb.materials.price");
        context.refresh();
    }

    /** No {@code @Configuration}: the tests of the application scan this package too and would take it for theirs. */
    @EnableTransactionManagement
    static class Transactions {

        @Bean
        JdbcClient jdbcClient(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        TransactionTemplate transaction(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }
    }

    public Ledger ledger() {
        return context.getBean(Ledger.class);
    }

    Balances balances() {
        return context.getBean(Balances.class);
    }

    ChartOfAccounts chart() {
        return context.getBean(ChartOfAccounts.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    AccountStatement statements() {
        return context.getBean(AccountStatement.class);
    }

    public BookId book(String code) {
        return ledger().openBook(new NewBook(BookKind.FUND, code, NAME, Set.of("P-GUE"), true));
    }

    public AccountId account(BookId book, ChartRole role, String commodity, Bounds bounds) {
        return ledger().openAccount(
                        new NewAccount(book, role, commodity, Owner.pole(), java.util.UUID.randomUUID(), NAME, bounds));
    }

    @Override
    public void close() {
        context.close();
    }
}
