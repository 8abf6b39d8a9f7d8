package ma.qutb.shell;

import java.util.List;

/** A heading of the menu with its entries, as one user sees them. */
public record MenuGroup(String text, List<Line> lines) {

    /** An entry and whether the reader is there now. */
    public record Line(MenuEntry entry, boolean current) {}
}
