package ma.qutb.registry.organisation;

import org.jspecify.annotations.Nullable;

/** What stands in the form of the next step, as typed; {@code document}: id of a scan sent ahead. */
public record StepForm(String step, String doneOn, String reference, String document) {

    public StepForm {
        step = text(step);
        doneOn = text(doneOn);
        reference = text(reference);
        document = text(document);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    static StepForm empty() {
        return new StepForm("", "", "", "");
    }
}
