package ma.qutb.shell;

import org.jspecify.annotations.Nullable;

/**
 * One line of the staff menu, contributed by a module as a bean.
 *
 * @param group message key of the heading it stands under, for example {@code menu.people}
 * @param order place among all entries; groups stand in the order of their first entry
 * @param text message key of its words
 * @param icon name of a symbol of the sprite, without {@code i-}
 * @param path where it leads
 * @param permission who sees it; null: everybody who is staff
 */
public record MenuEntry(
        String group,
        int order,
        String text,
        String icon,
        String path,
        @Nullable String permission) {}
