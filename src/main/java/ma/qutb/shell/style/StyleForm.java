package ma.qutb.shell.style;

import org.jspecify.annotations.Nullable;

/** What the sample form of the style page carries. */
record StyleForm(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String craft) {}
