package ma.qutb.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the things a list or a group of buttons offers.
 *
 * @param value what is sent
 * @param text what is read
 * @param group heading it stands under; empty: none
 * @param icon symbol of the sprite, for choices with a picture
 * @param detail second line, for choices with a picture
 */
public record Choice(
        String value,
        String text,
        String group,
        @Nullable String icon,
        @Nullable String detail) {

    /** A plain line of a list. */
    public Choice(String value, String text) {
        this(value, text, "", null, null);
    }

    /** A line under a heading. */
    public static Choice under(String group, String value, String text) {
        return new Choice(value, text, group, null, null);
    }

    /** A choice with a picture. */
    public static Choice pictured(String value, String text, String icon, @Nullable String detail) {
        return new Choice(value, text, "", icon, detail);
    }

    /** By heading, in the order given. */
    public static Map<String, List<Choice>> grouped(List<Choice> choices) {
        var groups = new LinkedHashMap<String, List<Choice>>();
        for (var choice : choices) {
            groups.computeIfAbsent(choice.group(), it -> new ArrayList<>()).add(choice);
        }
        return groups;
    }
}
