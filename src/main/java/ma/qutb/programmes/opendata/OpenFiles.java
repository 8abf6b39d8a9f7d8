package ma.qutb.programmes.opendata;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.qutb.kernel.Language;
import ma.qutb.programmes.fact.Fact;
import ma.qutb.programmes.fact.Facts;
import ma.qutb.shell.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes open tables as files. */
@Component
class OpenFiles {

    /** A file and the fingerprint of its content. */
    record OpenFile(byte[] content, String print) {}

    private final Facts facts;
    private final Texts texts;
    private final JsonMapper json;
    private final String address;

    OpenFiles(Facts facts, Texts texts, JsonMapper json, @Value("${qutb.public-address}") String address) {
        this.facts = facts;
        this.texts = texts;
        this.json = json;
        this.address = address;
    }

    /**
     * The table as CSV for any spreadsheet: UTF-8 with its mark, RFC 4180.
     *
     * @param headings the language of the headings; null: the stable names
     */
    OpenFile csv(OpenTable table, @Nullable Language headings) {
        var out = new StringWriter();
        out.write('\uFEFF');
        line(out, table.columns().stream().map(it -> heading(it, headings)).toList());
        for (var fact : facts.of(table.table().name())) {
            line(
                    out,
                    table.columns().stream()
                            .map(it -> csvCell(it.value().apply(fact)))
                            .toList());
        }
        return file(out.toString());
    }

    private static void line(StringWriter out, List<String> cells) {
        out.write(String.join(",", cells.stream().map(OpenFiles::quoted).toList()));
        out.write("\r\n");
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    static String csvCell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case List<?> list ->
                safe(String.join(";", list.stream().map(String::valueOf).toList()));
            default -> safe(value.toString());
        };
    }

    /** A spreadsheet must not take a text for a formula. */
    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The table as JSON: what it is, its publications and licence, then the rows. */
    OpenFile json(OpenTable table, Language language) {
        var name = table.table().name();
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("table", name);
        whole.put("title", texts.say(language, "programmes.table." + name));
        whole.put("about", texts.say(language, "programmes.table." + name + ".about"));
        whole.put("licence", texts.say(language, "programmes.data.licence"));
        whole.put("address", address + "/" + language.code() + "/data/" + name + ".json");
        whole.put(
                "publications",
                facts.publications().stream().map(it -> publication(it.fact())).toList());
        whole.put(
                "columns",
                table.columns().stream().map(it -> column(it, language)).toList());
        whole.put("rows", facts.of(name).stream().map(it -> row(table, it)).toList());
        return file(json.writerWithDefaultPrettyPrinter().writeValueAsString(whole));
    }

    private static Map<String, Object> publication(Fact fact) {
        Map<String, Object> publication = new LinkedHashMap<>();
        publication.put("source", fact.text("source"));
        publication.put("title", fact.title());
        publication.put("publisher", fact.words("publisher"));
        publication.put("author", fact.words("author"));
        publication.put("published_on", fact.text("published_on"));
        publication.put("period_described", fact.text("period_described"));
        return publication;
    }

    private Map<String, Object> column(OpenColumn column, Language language) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", column.name());
        told.put("heading", heading(column, language));
        told.put("kind", column.kind());
        return told;
    }

    private static Map<String, @Nullable Object> row(OpenTable table, Fact fact) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        table.columns().forEach(it -> row.put(it.name(), it.value().apply(fact)));
        return row;
    }

    String heading(OpenColumn column, @Nullable Language language) {
        if (language == null) {
            return column.name();
        }
        var words = texts.say(language, "programmes.column." + column.word());
        return column.language().isEmpty() ? words : words + " (" + column.language() + ")";
    }

    private static OpenFile file(String text) {
        var content = text.getBytes(StandardCharsets.UTF_8);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new OpenFile(content, "\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
