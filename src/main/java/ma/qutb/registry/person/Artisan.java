package ma.qutb.registry.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ma.qutb.registry.ArtisanCorrected;
import ma.qutb.registry.ArtisanRegistered;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** A person as an artisan: crafts, category, standing with the national register, workplace, cover. */
@Table(schema = "registry", name = "artisan")
class Artisan extends AbstractAggregateRoot<Artisan> {

    private final @Id PersonId personId;
    private Category category;
    private @Nullable Integer practisingSince;

    @Embedded.Empty
    private Registration registration;

    private @Nullable Workplace workplace;
    private String workplaceNote;

    @Embedded.Empty
    private Cover cover;

    @MappedCollection(idColumn = "person_id", keyColumn = "position")
    private List<PractisedCraft> crafts;

    private @Version long version;

    @PersistenceCreator
    Artisan(
            PersonId personId,
            Category category,
            @Nullable Integer practisingSince,
            Registration registration,
            @Nullable Workplace workplace,
            String workplaceNote,
            Cover cover,
            List<PractisedCraft> crafts,
            long version) {
        this.personId = personId;
        this.category = category;
        this.practisingSince = practisingSince;
        this.registration = registration;
        this.workplace = workplace;
        this.workplaceNote = workplaceNote;
        this.cover = cover;
        this.crafts = crafts;
        this.version = version;
    }

    static Artisan register(PersonId person, ArtisanDetails details, @Nullable Birth birth, LocalDate today) {
        var artisan = new Artisan(
                person, details.category(), null, details.registration(), null, "", details.cover(), List.of(), 0);
        artisan.take(details, birth, today);
        artisan.registerEvent(new ArtisanRegistered(person, artisan.craftCodes()));
        return artisan;
    }

    Artisan correct(ArtisanDetails details, @Nullable Birth birth, LocalDate today) {
        take(details, birth, today);
        registerEvent(new ArtisanCorrected(personId));
        return this;
    }

    private void take(ArtisanDetails details, @Nullable Birth birth, LocalDate today) {
        details.checked(birth, today);
        category = details.category();
        practisingSince = details.practisingSince();
        registration = details.registration();
        workplace = details.workplace();
        workplaceNote = details.workplaceNote();
        cover = details.cover();
        crafts = details.crafts();
    }

    /** Since when, in any craft: as told, or the earliest of the crafts. */
    @Nullable
    Integer since() {
        if (practisingSince != null) {
            return practisingSince;
        }
        return crafts.stream()
                .map(PractisedCraft::since)
                .filter(java.util.Objects::nonNull)
                .min(Integer::compare)
                .orElse(null);
    }

    ArtisanDetails details() {
        return new ArtisanDetails(crafts, category, practisingSince, registration, workplace, workplaceNote, cover);
    }

    Set<CraftCode> craftCodes() {
        return crafts.stream().map(PractisedCraft::craft).collect(Collectors.toUnmodifiableSet());
    }

    PersonId person() {
        return personId;
    }

    long version() {
        return version;
    }
}
