package ma.qutb.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What can be set is what docs/operations.md says can be set. */
class SettingsDocumentedTests {

    private static final Pattern READ = Pattern.compile(
            "\\$\\{(qutb\\.[a-z0-9.-]+)|(?:getProperty|ConditionalOnProperty)\\(\\s*\"(qutb\\.[a-z0-9.-]+)\"|SETTING = \"(qutb\\.[a-z0-9.-]+)\"");
    private static final Pattern TOLD = Pattern.compile("`(qutb\\.[a-z0-9.-]+|\\.[a-z0-9-]+)`");

    @Test
    void everySettingIsInTheTableAndTheTableHasNoOther() throws Exception {
        var read = new TreeSet<String>();
        read.addAll(namedInCode());
        read.addAll(boundRecords());
        assertThat(told()).containsExactlyElementsOf(read);
    }

    private static Set<String> namedInCode() throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main"))) {
            for (var file : files.filter(it -> it.toString().matches(".*\\.(java|properties)"))
                    .toList()) {
                var found = READ.matcher(Files.readString(file));
                while (found.find()) {
                    names.add(Stream.of(found.group(1), found.group(2), found.group(3))
                            .filter(it -> it != null)
                            .findFirst()
                            .orElseThrow());
                }
            }
        }
        return names;
    }

    private static Set<String> boundRecords() throws Exception {
        var names = new TreeSet<String>();
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var found : scan.findCandidateComponents("ma.qutb")) {
            var type = Class.forName(found.getBeanClassName());
            collect(type.getAnnotation(ConfigurationProperties.class).value(), type, names);
        }
        return names;
    }

    private static void collect(String prefix, Class<?> type, Set<String> names) {
        for (RecordComponent part : type.getRecordComponents()) {
            var name =
                    prefix + "." + part.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            if (part.getType().isRecord()) {
                collect(name, part.getType(), names);
            } else {
                names.add(name);
            }
        }
    }

    /** {@code `qutb.db.user`, `.password`} tells of two. */
    private static Set<String> told() throws IOException {
        var names = new TreeSet<String>();
        for (var line : Files.readAllLines(Path.of("docs/operations.md"))) {
            var before = "";
            var cells = line.startsWith("|") ? Arrays.copyOfRange(line.split("\\|"), 2, 3) : new String[] {line};
            var found = TOLD.matcher(String.join(" ", cells));
            while (found.find()) {
                var name = found.group(1);
                before = name.startsWith(".") ? before.substring(0, before.lastIndexOf('.')) + name : name;
                names.add(before);
            }
        }
        return names;
    }
}
