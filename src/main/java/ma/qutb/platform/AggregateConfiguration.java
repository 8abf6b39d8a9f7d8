package ma.qutb.platform;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;

/** Teaches Spring Data JDBC the typed ids and values of all modules. */
@Configuration
class AggregateConfiguration {

    @Bean
    JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect, List<StoredValue<?, ?>> values) {
        return JdbcCustomConversions.of(
                dialect,
                values.stream()
                        .flatMap(it -> Stream.of(it.reading(), it.writing()))
                        .toList());
    }
}
