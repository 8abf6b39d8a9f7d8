package ma.qutb.programmes.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import ma.qutb.platform.ReferenceTable;
import ma.qutb.programmes.fact.FactTable;
import ma.qutb.programmes.fact.FactTables;
import org.springframework.core.io.ClassPathResource;

/** The text of each file, by table. */
record ReferenceTexts(Map<FactTable, String> texts) {

    /** The files the project carries. */
    static ReferenceTexts own() {
        Map<FactTable, String> texts = new LinkedHashMap<>();
        for (var table : FactTables.ALL) {
            try {
                texts.put(
                        table,
                        new ClassPathResource("reference/" + table.file() + ".csv")
                                .getContentAsString(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new ReferenceTexts(texts);
    }

    /** The same files but for one. */
    ReferenceTexts with(String table, String text) {
        var changed = new LinkedHashMap<>(texts);
        changed.put(FactTables.named(table).orElseThrow(), text);
        return new ReferenceTexts(changed);
    }

    ReferenceTable table(FactTable table) {
        return ReferenceTable.of(table.file() + ".csv", texts.get(table));
    }

    /** A fingerprint of each file and of the way it is kept. */
    Map<String, String> checksums() {
        Map<String, String> checksums = new LinkedHashMap<>();
        texts.forEach((table, text) -> checksums.put(table.file(), digest(table + "\n" + text)));
        return checksums;
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
