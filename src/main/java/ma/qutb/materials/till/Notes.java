package ma.qutb.materials.till;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.writing.Writing;

/** Notes and coins of Morocco, by their centimes, and how many of each somebody counted. */
public final class Notes {

    /** The last one stands for odd centimes, whatever coins they are in. */
    public static final List<Integer> ALL = List.of(20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 1);

    private static final int MOST = 100_000;

    private Notes() {}

    /** Name of the field of one of them. */
    public static String field(int centimes) {
        return "n" + centimes;
    }

    /**
     * What a form says; nothing typed is none.
     *
     * @throws Refusal when one is no whole number
     */
    static Map<Integer, Integer> read(Map<String, String> form) {
        var counted = new LinkedHashMap<Integer, Integer>();
        for (var note : ALL) {
            var typed = Writing.western(form.getOrDefault(field(note), "")).strip();
            if (!typed.isEmpty()) {
                if (!typed.matches("[0-9]{1,6}") || Integer.parseInt(typed) > MOST) {
                    throw new Refusal("materials.till.refusal.notes");
                }
                counted.put(note, Integer.parseInt(typed));
            }
        }
        return counted;
    }

    static long sum(Map<Integer, Integer> counted) {
        return counted.entrySet().stream()
                .mapToLong(it -> (long) it.getKey() * it.getValue())
                .sum();
    }
}
