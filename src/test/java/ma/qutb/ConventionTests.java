package ma.qutb;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes made twice, each with its reason in the failure message. */
class ConventionTests {

    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path STYLES = Path.of("src/main/resources/static/css");
    private static final Path CODE = Path.of("src/main/java");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    /** A line is exempt where a comment on it or the line above says so, with the reason. */
    private static final String ON_PURPOSE = "physical on purpose";

    @Test
    void stylesSayStartAndEndNotLeftAndRight() {
        var physical = Pattern.compile(
                "(margin|padding|border|inset|float|clear|text-align)[a-z-]*\\s*:?[^;{}]*\\b(left|right)\\b|(?<![-\\w])(left|right)\\s*:");
        assertThat(offences(
                        files(STYLES, ".css")
                                .filter(it -> !it.getFileName().toString().startsWith("vendor")),
                        it -> {
                            var found = new ArrayList<String>();
                            var lines = it.lines().toList();
                            for (int i = 0; i < lines.size(); i++) {
                                var exempt = lines.get(i).contains(ON_PURPOSE)
                                        || i > 0 && lines.get(i - 1).contains(ON_PURPOSE);
                                if (!exempt && physical.matcher(lines.get(i)).find()) {
                                    found.add(lines.get(i).strip());
                                }
                            }
                            return found;
                        }))
                .as("left and right are wrong in one of the two directions: use start and end, or say '%s'", ON_PURPOSE)
                .isEmpty();
    }

    @Test
    void templatesSayStartAndEndNotLeftAndRight() {
        assertThat(matches(
                        TEMPLATES,
                        ".jte",
                        "style=\"[^\"]*\\b(left|right)\\b[^\"]*\"|class=\"[^\"]*\\b(text|float)-(left|right)\\b"))
                .as("left and right are wrong in one of the two directions: use start and end")
                .isEmpty();
    }

    @Test
    void templatesHoldNoWords() {
        // What is left once expressions, directives, comments and tags are taken away is what a reader would read.
        assertThat(offences(
                        files(TEMPLATES, ".jte"),
                        it -> bareText(it)
                                .replaceAll("MAD|[^\\p{L}]", " ")
                                .lines()
                                .flatMap(line -> Stream.of(line.split("\\s+")))
                                .filter(word -> word.codePointCount(0, word.length()) > 1)
                                .toList()))
                .as("words belong in the message bundles, where they exist in every language")
                .isEmpty();
    }

    @Test
    void templatesHoldNoArabic() {
        assertThat(offences(
                        files(TEMPLATES, ".jte").filter(it -> !it.toString().contains("/shell/style/")),
                        it -> Pattern.compile("\\p{IsArabic}{2,}")
                                .matcher(it.replaceAll("(?s)<%--.*?--%>", ""))
                                .results()
                                .map(found -> found.group())
                                .toList()))
                .as("words belong in the message bundles, where they exist in every language")
                .isEmpty();
    }

    @Test
    void pagesRunNoInlineScript() {
        // Data for search engines is not run.
        assertThat(
                        matches(
                                TEMPLATES,
                                ".jte",
                                "<script(?![^>]*\\bsrc=)(?! type=\"application/ld\\+json\">)|\\son[a-z]+=\"|javascript:|<style\\b|hx-on"))
                .as("the content security policy forbids it: put it in a module under static/js")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyArabicTextExistsIn(String language) {
        var missing = new TreeSet<String>();
        files(MESSAGES, ".properties")
                .filter(it -> !it.getFileName().toString().contains("_"))
                .forEach(it -> {
                    var other = it.resolveSibling(
                            it.getFileName().toString().replace(".properties", "_" + language + ".properties"));
                    var texts = new TreeSet<>(texts(it).keySet());
                    texts.removeAll(Files.exists(other) ? texts(other).keySet() : List.of());
                    missing.addAll(texts);
                });
        assertThat(missing)
                .as("pages are complete in Arabic, French and English")
                .isEmpty();
    }

    @Test
    void noTextExistsWithoutItsArabic() {
        var arabic = arabicKeys();
        var orphans = new TreeSet<String>();
        files(MESSAGES, ".properties").forEach(it -> orphans.addAll(texts(it).keySet()));
        orphans.removeAll(arabic);
        assertThat(orphans)
                .as("Arabic is the base text; the others fall back to it")
                .isEmpty();
    }

    @Test
    void noTextIsGivenTwiceInOneLanguage() {
        var twice = new TreeSet<String>();
        var seen = new TreeMap<String, Path>();
        files(MESSAGES, ".properties").sorted().forEach(file -> {
            var name = file.getFileName().toString();
            var language = name.contains("_") ? name.substring(name.lastIndexOf('_')) : "";
            for (var line : read(file).lines().toList()) {
                int end = line.indexOf('=');
                if (end > 0
                        && !line.startsWith("#")
                        && seen.put(line.substring(0, end).strip() + language, file) != null) {
                    twice.add(name + ": " + line.substring(0, end));
                }
            }
        });
        assertThat(twice).as("the second silently wins").isEmpty();
    }

    @Test
    void everyTextIsAnIcuPattern() {
        var broken = new TreeSet<String>();
        files(MESSAGES, ".properties")
                .forEach(file -> texts(file).forEach((key, text) -> {
                    try {
                        new MessageFormat(text, ULocale.forLanguageTag("ar-MA-u-nu-latn"));
                    } catch (IllegalArgumentException e) {
                        broken.add(file.getFileName() + " " + key + ": " + e.getMessage());
                    }
                }));
        assertThat(broken).as("an apostrophe before a brace quotes it: write ’").isEmpty();
    }

    @Test
    void everyTextATemplateAsksForExists() {
        var known = arabicKeys();
        var asked = Pattern.compile("page\\.t\\(\"([^\"]+)\"\\s*[,)]");
        assertThat(offences(
                        files(TEMPLATES, ".jte"),
                        it -> asked.matcher(it)
                                .results()
                                .map(found -> found.group(1))
                                .filter(key -> !known.contains(key))
                                .toList()))
                .as("the page would show the key in brackets")
                .isEmpty();
    }

    @Test
    void everyIconATemplateNamesIsInTheSprite() {
        var sprite = read(Path.of("src/main/resources/static/icons.svg"));
        var named = Pattern.compile("(?:tag\\.icon\\([^)]*name|\\bicon) = \"([a-z0-9-]+)\"");
        assertThat(offences(
                        files(TEMPLATES, ".jte"),
                        it -> named.matcher(it)
                                .results()
                                .map(found -> found.group(1))
                                .filter(name -> !sprite.contains("id=\"i-" + name + "\""))
                                .toList()))
                .as("an icon that is not in the sprite shows nothing")
                .isEmpty();
    }

    @Test
    void timeComesFromTheClock() {
        // The id of a record carries the machine's time by its standard (UUIDv7); no rule of the field reads it.
        assertThat(matches(
                                CODE,
                                ".java",
                                "(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime|Year|YearMonth)\\.now\\(\\s*\\)|System\\.currentTimeMillis\\(|new Date\\(\\)")
                        .stream()
                        .filter(it -> !it.contains("kernel/Ids.java"))
                        .toList())
                .as("a test cannot set it: take the Clock bean")
                .isEmpty();
    }

    private static String bareText(String template) {
        var text = template.replaceAll("(?s)<%--.*?--%>|<!--.*?-->", " ")
                .replaceAll("(?m)^@(param|import).*$", " ")
                .replaceAll("(?m)!\\{.*\\}$", " ");
        text = withoutBalanced(text, "${", '{', '}');
        text = withoutBalanced(text, "!{", '{', '}');
        text = withoutBalanced(text, "@template.", '(', ')');
        text = withoutBalanced(text, "@if(", '(', ')');
        text = withoutBalanced(text, "@elseif(", '(', ')');
        text = withoutBalanced(text, "@for(", '(', ')');
        return text.replaceAll("@(else|endif|endfor)", " ")
                .replaceAll("(?s)<code>.*?</code>", " ")
                .replaceAll("(?s)<[a-zA-Z/!][^>]*>", " ")
                .replaceAll("&[a-z]+;", " ");
    }

    /** Takes away what follows an opening up to its closing bracket; of nested content only the words between tags stay. */
    private static String withoutBalanced(String text, String opening, char open, char close) {
        var out = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, from)) {
            out.append(text, from, at);
            int bracket = text.indexOf(open, at);
            int depth = 0;
            int i = bracket;
            for (; i < text.length(); i++) {
                depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
                if (depth == 0) {
                    break;
                }
            }
            Pattern.compile("(?s)@`(.*?)`")
                    .matcher(text.substring(bracket, Math.min(i + 1, text.length())))
                    .results()
                    .forEach(content -> out.append(' ').append(bareText(content.group(1))));
            from = Math.min(i + 1, text.length());
        }
        return out.append(text.substring(from)).toString();
    }

    private static TreeSet<String> arabicKeys() {
        var keys = new TreeSet<String>();
        files(MESSAGES, ".properties")
                .filter(it -> !it.getFileName().toString().contains("_"))
                .forEach(it -> keys.addAll(texts(it).keySet()));
        return keys;
    }

    private static TreeMap<String, String> texts(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new TreeMap<String, String>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static List<String> matches(Path folder, String ending, String pattern) {
        var compiled = Pattern.compile(pattern);
        return offences(
                files(folder, ending),
                it -> compiled.matcher(it.replaceAll("(?s)<%--.*?--%>", ""))
                        .results()
                        .map(found -> found.group())
                        .toList());
    }

    private static List<String> offences(Stream<Path> files, Function<String, List<String>> found) {
        return files.sorted()
                .flatMap(file -> found.apply(read(file)).stream().map(it -> file + ": " + it))
                .toList();
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
