package ma.qutb.registry;

import java.util.List;
import java.util.Map;

/**
 * What a module knows about a person. Every module that keeps something about people offers one or more of these as beans:
 * together they are the file a person may ask for (law 09-08), and what is forgotten when a person is made anonymous.
 */
public interface PersonalData {

    /** Names this part in the file; its heading is the message {@code registry.personal-data.<name>}. */
    String name();

    /** Place among the parts. */
    int order();

    /**
     * The records of this part, each as its fields in order; values are texts, numbers, booleans, days, instants, ids or
     * lists of these. A field's words are the message {@code registry.personal-data.field.<field>}.
     */
    List<Map<String, Object>> about(PersonId person);

    /**
     * Takes away whatever could tell who the person was, in the transaction that makes them anonymous; what is only
     * counted may stay.
     */
    default void forget(PersonId person) {}
}
