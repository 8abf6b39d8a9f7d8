package ma.qutb.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The embedded server is of version 18, but the pole may bring its own of version 15 or later. */
class MigrationsTests {

    /** What PostgreSQL learned after version 15. */
    private static final Pattern NEWER = Pattern.compile(
            "\\b(without overlaps|period\\s+\\w+\\s*\\)|any_value\\s*\\(|uuidv[47]\\s*\\(|returning (with|old\\.|new\\.)|json_(table|exists|value|query|object\\s*\\([^)]*:)"
                    + "|not enforced|random\\s*\\(\\s*\\d|array_(shuffle|sample|sort|reverse)\\s*\\(|\\) virtual\\b|merge_action|pg_input_is_valid|casefold\\s*\\(|crc32c?\\s*\\()",
            Pattern.CASE_INSENSITIVE);

    @Test
    void noMigrationNeedsAServerNewerThanTheOldestPromised() throws Exception {
        var found = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/resources/db/migration"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".sql")).toList()) {
                var sql = Files.readString(file).replaceAll("--.*", "");
                NEWER.matcher(sql).results().forEach(it -> found.add(file.getFileName() + ": " + it.group()));
            }
        }
        assertThat(found).isEmpty();
    }
}
