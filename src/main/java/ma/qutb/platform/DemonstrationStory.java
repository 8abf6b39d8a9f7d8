package ma.qutb.platform;

import java.util.function.BooleanSupplier;

/** Something of the demonstration that takes too long for a start; told behind it, while people already look around. In Spring's order. */
public interface DemonstrationStory {

    /** What it is about, for the log. */
    String name();

    /**
     * Tells it from where it was left.
     *
     * @param goesOn asked now and then; when it says no, Qutb is being stopped
     * @return what was told, for the log
     */
    String tell(BooleanSupplier goesOn);
}
