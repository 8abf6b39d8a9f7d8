package ma.qutb.registry.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.photo.PictureChange;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over what an artisan proposed about their own record. A record is told part by part: {@code phone}, {@code
 * territory}, {@code landmark}, {@code crafts} (codes, the main one first), {@code photo}, {@code given-ar}, {@code
 * family-ar}, {@code given-latin}, {@code family-latin}.
 */
@Service
@Transactional
public class TakingCorrections {

    private final PersonRecords people;
    private final Artisans artisans;
    private final Territories territories;
    private final Crafts crafts;
    private final Clock clock;

    TakingCorrections(PersonRecords people, Artisans artisans, Territories territories, Crafts crafts, Clock clock) {
        this.people = people;
        this.artisans = artisans;
        this.territories = territories;
        this.crafts = crafts;
        this.clock = clock;
    }

    /** The record as it stands, part by part; empty text where nothing is known. */
    @Transactional(readOnly = true)
    public Map<String, String> now(PersonId id) {
        var person = people.findById(id).orElseThrow();
        var details = person.details();
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "phone",
                details.contact().phone() == null
                        ? ""
                        : details.contact().phone().value());
        parts.put(
                "territory",
                details.contact().territory() == null
                        ? ""
                        : details.contact().territory().value());
        parts.put("landmark", details.contact().landmark());
        parts.put(
                "crafts",
                artisans.findById(id).stream()
                        .flatMap(it -> it.details().crafts().stream())
                        .map(it -> it.craft().value())
                        .collect(Collectors.joining(" ")));
        parts.put("photo", person.photo() == null ? "" : person.photo().toString());
        parts.put("given-ar", details.name().givenArabic());
        parts.put("family-ar", details.name().familyArabic());
        parts.put("given-latin", details.name().givenLatin());
        parts.put("family-latin", details.name().familyLatin());
        return parts;
    }

    /**
     * Reads what was typed as it would be kept.
     *
     * @throws Refusal when it cannot be
     */
    @Transactional(readOnly = true)
    public Map<String, String> check(PersonId id, Map<String, String> typed) {
        var parts = new LinkedHashMap<>(typed);
        parts.computeIfPresent("phone", (part, text) -> PhoneNumber.parse(text).value());
        var asked = details(people.findById(id).orElseThrow(), parts);
        asked.name().checked();
        parts.computeIfPresent("landmark", (part, text) -> asked.contact().landmark());
        parts.computeIfPresent("given-ar", (part, text) -> asked.name().givenArabic());
        parts.computeIfPresent("family-ar", (part, text) -> asked.name().familyArabic());
        parts.computeIfPresent("given-latin", (part, text) -> asked.name().givenLatin());
        parts.computeIfPresent("family-latin", (part, text) -> asked.name().familyLatin());
        if (typed.containsKey("territory")
                && !territories.exists(new TerritoryCode(typed.getOrDefault("territory", "")))) {
            throw new Refusal("registry.territory.refusal.unknown", typed.get("territory"));
        }
        for (var craft : codes(typed)) {
            if (!crafts.exists(craft)) {
                throw new Refusal("registry.craft.refusal.unknown", craft.value());
            }
        }
        return parts;
    }

    /** Changes the record; what is not among the parts stays as it is. */
    public void take(PersonId id, Map<String, String> parts) {
        var person = people.findById(id).orElseThrow();
        var today = LocalDate.now(clock);
        try {
            if (parts.containsKey("photo")) {
                people.save(person.show(new PictureChange.Becomes(UUID.fromString(parts.getOrDefault("photo", "")))));
            } else if (parts.containsKey("crafts")) {
                var artisan = artisans.findById(id).orElseThrow(() -> new Refusal("registry.me.refusal.no-artisan"));
                artisans.save(artisan.correct(practising(artisan, parts), person.birth(), today));
            } else {
                people.save(person.correct(details(person, parts), PictureChange.STAYS, today));
            }
        } catch (DataIntegrityViolationException e) {
            throw Taken.by(e);
        }
    }

    private static PersonDetails details(Person person, Map<String, String> parts) {
        var it = person.details();
        var contact = it.contact();
        var phone = parts.containsKey("phone") ? PhoneNumber.parse(parts.getOrDefault("phone", "")) : contact.phone();
        var place = parts.containsKey("territory")
                ? new TerritoryCode(parts.getOrDefault("territory", ""))
                : contact.territory();
        return new PersonDetails(
                new PersonName(
                        parts.getOrDefault("given-ar", it.name().givenArabic()),
                        parts.getOrDefault("family-ar", it.name().familyArabic()),
                        parts.getOrDefault("given-latin", it.name().givenLatin()),
                        parts.getOrDefault("family-latin", it.name().familyLatin())),
                it.ancestors(),
                it.sex(),
                it.birth(),
                it.identity(),
                new Contact(
                        phone,
                        contact.phoneShared() && !parts.containsKey("phone"),
                        contact.otherPhones(),
                        place,
                        parts.getOrDefault("landmark", contact.landmark())),
                it.speaking(),
                it.story(),
                it.note());
    }

    /** A craft practised already keeps its year. */
    private static ArtisanDetails practising(Artisan artisan, Map<String, String> parts) {
        var it = artisan.details();
        var known = it.crafts().stream().collect(Collectors.toMap(PractisedCraft::craft, craft -> craft));
        var practised = new ArrayList<PractisedCraft>();
        for (var code : codes(parts)) {
            practised.add(known.getOrDefault(code, new PractisedCraft(code, null)));
        }
        return new ArtisanDetails(
                practised,
                it.category(),
                it.practisingSince(),
                it.registration(),
                it.workplace(),
                it.workplaceNote(),
                it.cover());
    }

    private static Set<CraftCode> codes(Map<String, String> parts) {
        return java.util.Arrays.stream(parts.getOrDefault("crafts", "").split(" "))
                .filter(it -> !it.isBlank())
                .map(CraftCode::new)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
