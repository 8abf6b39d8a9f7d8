package ma.qutb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal of the ledger, the materials and the spaces has a text in three languages and a test that reaches it. */
class RefusalTests {

    private static final Path CODE = Path.of("src/main/java/ma/qutb");
    private static final Path TESTS = Path.of("src/test/java/ma/qutb");
    private static final Path RULES = CODE.resolve("ledger/posting/LedgerRefusals.java");
    private static final Pattern NAMED =
            Pattern.compile("\"((?:ledger|materials|spaces)\\.[a-z.-]*refusal\\.[a-z0-9-]+)\"");
    private static final Pattern RULE = Pattern.compile("\"([a-z]+_[a-z_]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"", "_fr", "_en"})
    void everyRefusalHasAText(String language) {
        var texts = texts(language);

        assertThat(codes().stream().filter(it -> texts.getProperty(it, "").isBlank()))
                .as("refusals without a text in messages/*%s.properties", language)
                .isEmpty();
    }

    @Test
    void everyRefusalIsReachedByATest() {
        // Random sequences reach what chance lets them reach: they are no test of a single refusal.
        var tests = read(TESTS, path -> !path.toString().contains("/model/"));

        assertThat(codes().stream().filter(code -> tests.values().stream().noneMatch(it -> names(it, code))))
                .as("refusals no test names")
                .isEmpty();
    }

    /** In one piece, or as a beginning that a helper adds to its end. A rule of the ledger may go by its name. */
    private static boolean names(String test, String code) {
        int end = code.indexOf("refusal.") + "refusal.".length();
        var last = code.substring(end);
        return test.contains(quoted(code))
                || test.contains(quoted(last)) && test.contains(quoted(code.substring(0, end)))
                || code.startsWith("ledger.") && test.contains(quoted(last.replace('-', '_')));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static TreeSet<String> codes() {
        var codes = new TreeSet<String>();
        for (var module : List.of("ledger", "materials", "spaces")) {
            read(CODE.resolve(module), path -> true)
                    .values()
                    .forEach(it -> NAMED.matcher(it).results().forEach(found -> codes.add(found.group(1))));
        }
        var rules = read(RULES);
        RULE.matcher(rules.substring(rules.indexOf("RULES"), rules.indexOf(");", rules.indexOf("RULES"))))
                .results()
                .forEach(found -> codes.add("ledger.refusal." + found.group(1).replace('_', '-')));
        assertThat(codes).as("something is wrong with how they are found").hasSizeGreaterThan(200);
        return codes;
    }

    private static Properties texts(String language) {
        var texts = new Properties();
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            for (var file : files.filter(it -> it.toString().endsWith(language + ".properties"))
                    .filter(it -> !language.isEmpty() || !it.toString().matches(".*_(fr|en|es|zgh)\\.properties"))
                    .toList()) {
                try (var reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Map<Path, String> read(Path folder, java.util.function.Predicate<Path> which) {
        var files = new TreeMap<Path, String>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(it -> it.toString().endsWith(".java")).filter(which).forEach(it -> files.put(it, read(it)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
