package ma.qutb.spaces.scoring;

import java.util.Optional;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.writing.Writing;

/** Points as they are typed: whole, 0 to 100. */
final class Points {

    private static final int MOST = 100;

    private Points() {}

    /** Nothing where nothing was typed. */
    static Optional<Integer> of(String typed) {
        var text = Writing.western(typed).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > MOST) {
            throw new Refusal("spaces.scoring.refusal.points", typed);
        }
        return Optional.of(Integer.parseInt(text));
    }
}
