package ma.qutb.registry.writing;

import java.util.Arrays;
import java.util.List;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Page;

/** A value whose words stand in the bundles. */
public interface Worded {

    String name();

    /** Key of its words. */
    String messageKey();

    /** The values as things to choose. */
    static List<Choice> choices(Page page, Worded... values) {
        return Arrays.stream(values)
                .map(it -> new Choice(it.name(), page.t(it.messageKey())))
                .toList();
    }
}
