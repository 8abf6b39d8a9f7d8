package ma.qutb.identity.signin;

import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The page that asks "who are you?".
 *
 * @param chosen whose portrait was touched
 * @param said what to tell them: why the try failed, or that somebody will call
 */
public record WhoForm(
        List<Pins.Person> people,
        UUID chosen,
        String back,
        @Nullable Refusal said) {}
