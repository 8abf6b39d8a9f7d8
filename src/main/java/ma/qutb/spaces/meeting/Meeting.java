package ma.qutb.spaces.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.TerritoryCode;

/**
 * A meeting about unused premises.
 *
 * @param minutes what was said
 * @param file the signed minutes
 * @param source the publication that tells of it; empty where the pole held it
 * @param locator paragraph and sentence
 */
public record Meeting(
        UUID id,
        LocalDate day,
        LocalName name,
        TerritoryCode territory,
        LocalName minutes,
        Optional<UUID> file,
        String source,
        String locator,
        boolean demonstration,
        List<LocalName> participants,
        List<Decision> decisions) {

    public Meeting {
        participants = List.copyOf(participants);
        decisions = List.copyOf(decisions);
    }

    /** @param premises which one it is about, with its name */
    public record Decision(
            UUID id,
            LocalName words,
            Optional<UUID> premises,
            String about,
            Optional<LocalDate> due,
            Optional<LocalDate> done,
            String locator) {

        /** Its colour on a day. */
        public String tone(LocalDate today) {
            return done.isPresent()
                    ? "ok"
                    : due.filter(it -> it.isBefore(today)).isPresent() ? "bad" : "warn";
        }
    }

    public String path() {
        return "/app/premises/meetings/" + id;
    }

    public boolean published() {
        return !source.isEmpty();
    }

    /** The page of the publication. */
    public String address(Language language) {
        return "/" + language.code() + "/figures/sources/" + source.substring(0, source.indexOf('_'));
    }
}
