package ma.qutb.shell.list;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One column of a {@link RecordList}. In every SQL fragment {@code {lang}} stands for {@code ar}, {@code fr} or {@code
 * en} and {@code {collation}} for the order of that language's alphabet.
 *
 * @param key names it in addresses; its heading is the text {@code <texts of the list>.column.<key>}
 * @param value SQL expression of the cell
 * @param under SQL expression of a second, quieter line in the same cell
 * @param sort SQL expression rows are ordered by; null: not sortable
 * @param required whether {@code sort} is never null, so that an index can be read backwards
 * @param shown whether it is there before the reader chooses columns
 * @param permission who may see it at all; null: everybody who may see the list
 * @param texts for {@link Kind#STATUS} and coded texts: the word is the text {@code <texts>.<value>}
 * @param reading turns the stored text into the one to show, for example by masking it
 */
public record Column(
        String key,
        Kind kind,
        String value,
        @Nullable String under,
        @Nullable String sort,
        boolean required,
        boolean shown,
        @Nullable String permission,
        @Nullable String texts,
        Map<String, Tone> tones,
        @Nullable UnaryOperator<String> reading) {

    public Column {
        Names.check(key);
        tones = Map.copyOf(tones);
    }

    public static Column of(Kind kind, String key, String value) {
        return new Column(key, kind, value, null, null, false, true, null, null, Map.of(), null);
    }

    public static Column text(String key, String value) {
        return of(Kind.TEXT, key, value);
    }

    public static Column name(String key, String value) {
        return of(Kind.NAME, key, value);
    }

    public static Column code(String key, String value) {
        return of(Kind.CODE, key, value);
    }

    public static Column number(String key, String value) {
        return of(Kind.NUMBER, key, value).sort(value);
    }

    public static Column amount(String key, String centimes) {
        return of(Kind.AMOUNT, key, centimes).sort(centimes);
    }

    public static Column date(String key, String value) {
        return of(Kind.DATE, key, value).sort(value);
    }

    public static Column moment(String key, String value) {
        return of(Kind.MOMENT, key, value).sort(value);
    }

    public static Column phone(String key, String value) {
        return of(Kind.PHONE, key, value);
    }

    public static Column yesNo(String key, String value) {
        return of(Kind.YES_NO, key, value);
    }

    /** A state: its word is the text {@code <texts>.<value>}, its colour the tone given here, else a quiet grey. */
    public static Column status(String key, String value, String texts, Map<String, Tone> tones) {
        return new Column(key, Kind.STATUS, value, null, value, false, true, null, texts, tones, null);
    }

    /** A code, or several with a comma and a space between them, whose words are the texts {@code <texts>.<code>}. */
    public static Column coded(String key, String value, String texts) {
        return new Column(key, Kind.TEXT, value, null, null, false, true, null, texts, Map.of(), null);
    }

    /** Rows can be ordered by this expression. */
    public Column sort(String expression) {
        return new Column(key, kind, value, under, expression, required, shown, permission, texts, tones, reading);
    }

    /** What it is ordered by is never null. */
    public Column always() {
        return new Column(key, kind, value, under, sort, true, shown, permission, texts, tones, reading);
    }

    /** A second line in the same cell. */
    public Column under(String expression) {
        return new Column(key, kind, value, expression, sort, required, shown, permission, texts, tones, reading);
    }

    /** Only there when the reader asks for it. */
    public Column hidden() {
        return new Column(key, kind, value, under, sort, required, false, permission, texts, tones, reading);
    }

    /** Only for those who hold this permission. */
    public Column onlyFor(String code) {
        return new Column(key, kind, value, under, sort, required, shown, code, texts, tones, reading);
    }

    /** Shows something made from the stored text. */
    public Column reading(UnaryOperator<String> change) {
        return new Column(key, kind, value, under, sort, required, shown, permission, texts, tones, change);
    }
}
