package ma.qutb.spaces.lease;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import ma.qutb.platform.Filling;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The clauses Qutb comes with, for as long as nobody wrote others: a proposal for a lawyer to look through. */
@Component
@Order(18)
class LoadingClauses implements Filling {

    private static final String FILE = "spaces/lease-clauses.tsv";
    private static final LocalDate FROM = LocalDate.of(2020, 1, 1);

    private final Templates templates;

    LoadingClauses(Templates templates) {
        this.templates = templates;
    }

    @Override
    public void fill() {
        if (templates.all().isEmpty()) {
            templates.add(FROM, clauses(), "Qutb");
        }
    }

    private static List<Templates.Clause> clauses() {
        try {
            return new ClassPathResource(FILE)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(it -> new Templates.Clause(0, it[0], it[1], it[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
