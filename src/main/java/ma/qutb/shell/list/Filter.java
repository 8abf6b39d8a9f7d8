package ma.qutb.shell.list;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import ma.qutb.kernel.Language;

/**
 * One way to narrow a {@link RecordList}. Its label is the text {@code <texts of the list>.filter.<key>}; what the
 * reader chose reaches the SQL condition only as the parameter {@code :<key>}.
 *
 * @param condition SQL with the parameter; for {@link Form#YES_NO}, {@link Form#PERIOD} and {@link Form#MOMENTS} an expression
 * @param options what can be chosen, in the reader's language
 * @param reading what is done to a typed text before it is compared, for example folding
 */
public record Filter(
        String key,
        Form form,
        String condition,
        Function<Language, List<Option>> options,
        UnaryOperator<String> reading) {

    /** How it is asked. */
    public enum Form {
        TEXT,
        CHOICE,
        CHOICES,
        TERRITORY,
        /** Days, both included: the parameters {@code <key>_from} and {@code <key>_to}. */
        PERIOD,
        /** The same, of a column that holds moments. */
        MOMENTS,
        YES_NO
    }

    public Filter {
        Names.check(key);
    }

    /** A text the reader types: {@code Filter.text("q", "p.search like '%' || :q || '%'", Folding::fold)}. */
    public static Filter text(String key, String condition, UnaryOperator<String> reading) {
        return new Filter(key, Form.TEXT, condition, language -> List.of(), reading);
    }

    /** One of several values: {@code "a.craft = :craft"}. */
    public static Filter choice(String key, String condition, Function<Language, List<Option>> options) {
        return new Filter(key, Form.CHOICE, condition, options, UnaryOperator.identity());
    }

    /** One of several codes, each with the text {@code <texts>.<value>}. */
    public static Filter choice(String key, String condition, String texts, String... values) {
        return choice(key, condition, worded(texts, values));
    }

    /** Any of several values, given to the condition as an array: {@code "a.craft = any(:craft)"}. */
    public static Filter choices(String key, String condition, Function<Language, List<Option>> options) {
        return new Filter(key, Form.CHOICES, condition, options, UnaryOperator.identity());
    }

    /** Any of several codes, each with the text {@code <texts>.<value>}. */
    public static Filter choices(String key, String condition, String texts, String... values) {
        return choices(key, condition, worded(texts, values));
    }

    /** A place, with what lies below it if the condition says so. */
    public static Filter territory(String key, String condition, Function<Language, List<Option>> places) {
        return new Filter(key, Form.TERRITORY, condition, places, UnaryOperator.identity());
    }

    /** From a day to a day, of a column that holds days. */
    public static Filter period(String key, String day) {
        return new Filter(key, Form.PERIOD, day, language -> List.of(), UnaryOperator.identity());
    }

    /** From a day at the pole to a day, of a column that holds moments; an index on the column serves it. */
    public static Filter moments(String key, String column) {
        return new Filter(key, Form.MOMENTS, column, language -> List.of(), UnaryOperator.identity());
    }

    /** Whether something holds. */
    public static Filter yesNo(String key, String condition) {
        return new Filter(key, Form.YES_NO, condition, worded("shell", "yes", "no"), UnaryOperator.identity());
    }

    private static Function<Language, List<Option>> worded(String texts, String... values) {
        var options = Arrays.stream(values)
                .map(value -> new Option(value, texts + "." + value, true, 0))
                .toList();
        return language -> options;
    }

    public boolean isPeriod() {
        return form == Form.PERIOD || form == Form.MOMENTS;
    }

    /** The names its values have in the address. */
    public List<String> parameters() {
        return isPeriod() ? List.of(key + "_from", key + "_to") : List.of(key);
    }
}
