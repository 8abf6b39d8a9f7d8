package ma.qutb.registry.organisation;

import java.util.Optional;
import ma.qutb.registry.writing.Worded;
import ma.qutb.registry.writing.Words;

/** The legal steps of forming a cooperative, in their order (law 112-12, decree 2-15-617). */
public enum FormationStep implements Worded {
    /** The Office for the Development of Cooperation approves the name. */
    NAME_APPROVED,
    STATUTES_SIGNED,
    BANK_ACCOUNT,
    /** The local authority gives a receipt for the file. */
    AUTHORITY_RECEIPT,
    /** In the local register of cooperatives, kept by the court of first instance, which gives the number. */
    REGISTERED;

    Optional<FormationStep> before() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    boolean last() {
        return this == REGISTERED;
    }

    @Override
    public String messageKey() {
        return Words.key("registry.organisation", this);
    }
}
