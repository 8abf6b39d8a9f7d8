package ma.qutb.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The database and the clock everybody uses. */
@Configuration
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    /** With its tables: nobody gets a connection before they are there. */
    @Bean
    DatabaseServer databaseServer(
            DatabaseProperties properties,
            @Value("${qutb.modules}") List<String> modules,
            ObjectProvider<EarlyDatabase> early) {
        var begun = early.getIfAvailable();
        return begun == null ? properties.serverWithTables(modules) : begun.server();
    }

    /** Nobody gets a connection that may change history. */
    @Bean
    DataSource dataSource(DatabaseServer server, DatabaseProperties properties) {
        var pool = new HikariConfig();
        pool.setPoolName("qutb");
        pool.setJdbcUrl(server.url());
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(properties.poolSize());
        pool.setMinimumIdle(2);
        // A restart takes about as long; whoever waits longer is told to come back.
        pool.setConnectionTimeout(5_000);
        pool.setValidationTimeout(3_000);
        pool.setConnectionInitSql("set role " + ModuleMigrations.APPLICATION_ROLE);
        pool.addDataSourceProperty("ApplicationName", "qutb");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(pool);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, ObjectProvider<ChangeOrigin> origin) {
        return new TracedTransactions(dataSource, origin);
    }

    /** Days are days at the pole. */
    @Bean
    Clock clock() {
        return new PoleClock();
    }
}
