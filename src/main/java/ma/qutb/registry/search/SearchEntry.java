package ma.qutb.registry.search;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.qutb.registry.naming.FullName;
import ma.qutb.registry.naming.PersonFacts;
import org.jspecify.annotations.Nullable;

/**
 * What may be looked up about one record.
 *
 * @param subject id of the person, organisation, craft or place
 * @param name an organisation, craft or place has its whole name in the given parts and no family name
 * @param birthDate people only
 * @param sex people only, as a code
 * @param phone E.164
 * @param identity keyed hash of the CIN
 * @param number the pole's own number of a person, the ICE of an organisation
 * @param registerNumber number in the national register
 * @param code of a craft or place
 * @param crafts codes of the crafts practised
 * @param territories code of its own territory, then of every one it lies in
 * @param about names of its crafts and places in both scripts, so that {@code fatima guelmim} finds her
 * @param demonstration whether it is made up
 * @param mergedInto the surviving record, if this one was merged: it is kept but no longer found
 */
public record SearchEntry(
        UUID subject,
        Kind kind,
        FullName name,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String phone,
        @Nullable String identity,
        @Nullable String number,
        @Nullable String registerNumber,
        @Nullable String code,
        Set<String> crafts,
        List<String> territories,
        List<String> about,
        boolean demonstration,
        @Nullable UUID mergedInto) {

    public SearchEntry {
        crafts = Set.copyOf(crafts);
        territories = List.copyOf(territories);
        about = List.copyOf(about);
    }

    /** What can be looked up. */
    public enum Kind {
        PERSON,
        ORGANISATION,
        CRAFT,
        PLACE;

        /** What the sorted forms of the index begin with. */
        String initial() {
            return name().substring(0, 2);
        }
    }

    /** An organisation: named as a whole, in one or both scripts. */
    public static SearchEntry organisation(
            UUID subject,
            @Nullable String arabic,
            @Nullable String latin,
            @Nullable String number,
            @Nullable String phone,
            List<String> territories,
            List<String> about,
            boolean demonstration) {
        var name = new FullName(arabic, null, latin, null);
        return new SearchEntry(
                subject,
                Kind.ORGANISATION,
                name,
                null,
                null,
                phone,
                null,
                number,
                null,
                null,
                Set.of(),
                territories,
                about,
                demonstration,
                null);
    }

    /**
     * A craft or place, known by its code.
     *
     * @param about its other names: synonyms, English, Amazigh
     */
    public static SearchEntry coded(
            Kind kind,
            String code,
            @Nullable String arabic,
            @Nullable String latin,
            List<String> territories,
            List<String> about) {
        var name = new FullName(arabic, null, latin, null);
        return new SearchEntry(
                subjectOf(kind, code),
                kind,
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                code,
                Set.of(),
                territories,
                about,
                false,
                null);
    }

    /** The id under which a craft or place stands in the index. */
    public static UUID subjectOf(Kind kind, String code) {
        return UUID.nameUUIDFromBytes((kind + " " + code).getBytes(StandardCharsets.UTF_8));
    }

    /** What is compared when looking for duplicates. */
    public PersonFacts facts() {
        return new PersonFacts(
                name, birthDate, sex, phone, territories.isEmpty() ? null : territories.getFirst(), identity);
    }
}
