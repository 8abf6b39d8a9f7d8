package ma.qutb.identity;

import java.util.List;
import ma.qutb.kernel.Language;

/** The places a role can be held for; the registry knows the territories, other modules their sites. Offered as beans. */
@FunctionalInterface
public interface ScopePlaces {

    /** In the order to choose from. */
    List<Place> places(Language language);

    /**
     * @param code as in a {@link ma.qutb.kernel.Scope}
     * @param kind heading it stands under, in the reader's language
     */
    record Place(String code, String name, String kind) {}
}
