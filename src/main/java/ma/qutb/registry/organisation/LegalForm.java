package ma.qutb.registry.organisation;

import ma.qutb.registry.writing.Worded;
import ma.qutb.registry.writing.Words;

/** What an organisation is before the law; whether it is a partner or supplier of the pole is said beside it. */
public enum LegalForm implements Worded {
    COOPERATIVE,
    ASSOCIATION,
    ENTERPRISE,
    ECONOMIC_INTEREST_GROUP,
    UNION,
    PUBLIC_BODY,
    OTHER;

    @Override
    public String messageKey() {
        return Words.key("registry.organisation", this);
    }
}
