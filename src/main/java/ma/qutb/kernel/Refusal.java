package ma.qutb.kernel;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Something a rule of the field does not allow and the user can understand and act on: a message code with its
 * arguments, shown (with status 422) beside what they typed. Anything else that goes wrong is a fault.
 */
public class Refusal extends RuntimeException implements MessageSourceResolvable {

    private final String code;
    private final transient Object[] arguments;

    public Refusal(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = arguments.clone();
    }

    /** The refusal that a named database constraint stands for; any other violation stays the fault it is. */
    public static RuntimeException when(
            String constraint, DataIntegrityViolationException violation, String code, Object... arguments) {
        var said = violation.getMostSpecificCause().getMessage();
        return said != null && said.contains("\"" + constraint + "\"") ? new Refusal(code, arguments) : violation;
    }

    public String code() {
        return code;
    }

    @Override
    public String[] getCodes() {
        return new String[] {code};
    }

    @Override
    public Object[] getArguments() {
        return arguments.clone();
    }
}
