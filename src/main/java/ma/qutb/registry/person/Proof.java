package ma.qutb.registry.person;

import ma.qutb.registry.writing.Worded;
import ma.qutb.registry.writing.Words;

/** How an artisan proves the trade to the national register. */
public enum Proof implements Worded {
    DIPLOMA,
    ATTESTATION;

    @Override
    public String messageKey() {
        return Words.key("registry.person", this);
    }
}
