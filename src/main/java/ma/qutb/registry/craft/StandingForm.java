package ma.qutb.registry.craft;

import org.jspecify.annotations.Nullable;

/** What somebody says of a craft being endangered, as typed. */
public record StandingForm(String endangered, String saidOn, String source) {

    public StandingForm {
        endangered = text(endangered);
        saidOn = text(saidOn);
        source = text(source);
    }

    static StandingForm empty() {
        return new StandingForm("", "", "");
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
