package ma.qutb.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class FillingTablesTests {

    @Autowired
    DataSource source;

    private final List<String> made = new ArrayList<>();
    private final List<String> filled = new ArrayList<>();

    @Test
    void aBuildThatHasFilledTheTablesDoesNotEvenMakeWhatFillsThem() {
        var build = "build " + UUID.randomUUID();
        start(build, false);
        assertThat(made).containsExactly("first", "second");
        assertThat(filled).containsExactly("first", "second");

        start(build, false);
        assertThat(made).hasSize(2);
        assertThat(filled).hasSize(2);
    }

    @Test
    void aDatabaseFilledWithoutTheDemonstrationIsFilledAgainWhenItIsWanted() {
        var build = "build " + UUID.randomUUID();
        start(build, false);
        start(build, true);

        assertThat(filled).containsExactly("first", "second", "first", "second");
    }

    private void start(String build, boolean demonstration) {
        var beans = new DefaultListableBeanFactory();
        for (var name : List.of("first", "second")) {
            var definition = new RootBeanDefinition(Filling.class, () -> {
                made.add(name);
                return () -> filled.add(name);
            });
            definition.setLazyInit(true);
            beans.registerBeanDefinition(name, definition);
        }
        new FillingTables(beans.getBeanProvider(Filling.class), new StartLock(source, build), demonstration)
                .run(new DefaultApplicationArguments());
    }
}
