package ma.qutb.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The accounts with which people of the registry sign in to their own pages, for the modules that know these people. */
public interface OwnAccounts {

    /** What the accounts of this person tell about them, field by field, for the file they may ask for. */
    List<Map<String, Object>> about(UUID person);

    /**
     * Closes the accounts of this person for good, in the caller's transaction: names, telephone, e-mail and every way to sign in are
     * gone, open sessions end, roles end today. What the accounts did stays in the audit trail, by nobody's name.
     *
     * @throws ma.qutb.kernel.Refusal when nobody could administer Qutb any more
     */
    void close(UUID person);
}
