package ma.qutb.registry.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CooperativeFormed;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.OrganisationCorrected;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.OrganisationRegistered;
import ma.qutb.registry.person.Story;
import ma.qutb.registry.photo.PictureChange;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.InsertOnlyProperty;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** A body the pole works with. */
@Table(schema = "registry", name = "organisation")
class Organisation extends AbstractAggregateRoot<Organisation> {

    /** A craft its members practise. */
    @Table(schema = "registry", name = "organisation_craft")
    record OrganisationCraft(@Column("craft_code") CraftCode craft) {}

    private final @Id OrganisationId id;
    private final @ReadOnlyProperty long number;

    @Embedded.Empty
    private OrganisationName name;

    private LegalForm legalForm;
    private boolean partner;
    private boolean supplier;
    private Status status;

    @Embedded.Empty
    private Numbers numbers;

    @Embedded.Empty
    private Seat seat;

    private @Nullable Long shareCapital;
    private @Nullable LocalDate foundedOn;
    private @Nullable LocalDate dissolvedOn;

    @MappedCollection(idColumn = "organisation_id")
    private Set<OrganisationCraft> crafts;

    @Embedded.Empty
    private Story story;

    private @Nullable UUID photo;
    private final @InsertOnlyProperty boolean demonstration;
    private final @ReadOnlyProperty boolean collective;
    private final @InsertOnlyProperty Instant registeredAt;
    private final @ReadOnlyProperty @Nullable OrganisationId mergedInto;
    private @Version long version;

    @PersistenceCreator
    Organisation(
            OrganisationId id,
            long number,
            OrganisationName name,
            LegalForm legalForm,
            boolean partner,
            boolean supplier,
            Status status,
            Numbers numbers,
            Seat seat,
            @Nullable Long shareCapital,
            @Nullable LocalDate foundedOn,
            @Nullable LocalDate dissolvedOn,
            Set<OrganisationCraft> crafts,
            Story story,
            @Nullable UUID photo,
            boolean demonstration,
            boolean collective,
            Instant registeredAt,
            @Nullable OrganisationId mergedInto,
            long version) {
        this.id = id;
        this.number = number;
        this.name = name;
        this.legalForm = legalForm;
        this.partner = partner;
        this.supplier = supplier;
        this.status = status;
        this.numbers = numbers;
        this.seat = seat;
        this.shareCapital = shareCapital;
        this.foundedOn = foundedOn;
        this.dissolvedOn = dissolvedOn;
        this.crafts = crafts;
        this.story = story;
        this.photo = photo;
        this.demonstration = demonstration;
        this.collective = collective;
        this.registeredAt = registeredAt;
        this.mergedInto = mergedInto;
        this.version = version;
    }

    static Organisation register(OrganisationDetails it, PictureChange picture, LocalDate today, Instant now) {
        var organisation = new Organisation(
                OrganisationId.next(),
                0,
                it.name(),
                it.legalForm(),
                false,
                false,
                it.status(),
                it.numbers(),
                it.seat(),
                null,
                null,
                null,
                Set.of(),
                it.story(),
                picture.after(null),
                false,
                false,
                now,
                null,
                0);
        organisation.take(it, today);
        organisation.registerEvent(new OrganisationRegistered(organisation.id));
        return organisation;
    }

    Organisation correct(OrganisationDetails it, PictureChange picture, LocalDate today) {
        take(it, today);
        photo = picture.after(photo);
        registerEvent(new OrganisationCorrected(id));
        return this;
    }

    Organisation show(PictureChange picture) {
        photo = picture.after(photo);
        registerEvent(new OrganisationCorrected(id));
        return this;
    }

    private void take(OrganisationDetails it, LocalDate today) {
        if (it.foundedOn() != null && it.foundedOn().isAfter(today)) {
            throw new Refusal("registry.organisation.refusal.founded-ahead");
        }
        if (it.foundedOn() != null
                && it.dissolvedOn() != null
                && it.dissolvedOn().isBefore(it.foundedOn())) {
            throw new Refusal("registry.organisation.refusal.dissolved-before");
        }
        if (it.status() == Status.DISSOLVED && it.dissolvedOn() == null) {
            throw new Refusal("registry.organisation.refusal.dissolved-without-day");
        }
        if (it.status() == Status.IN_FORMATION && it.legalForm() != LegalForm.COOPERATIVE) {
            throw new Refusal("registry.organisation.refusal.only-cooperatives-form");
        }
        name = it.name().checked();
        legalForm = it.legalForm();
        partner = it.partner();
        supplier = it.supplier();
        status = it.status();
        numbers = it.numbers();
        seat = it.seat();
        shareCapital = it.shareCapital();
        foundedOn = it.foundedOn();
        dissolvedOn = it.dissolvedOn();
        crafts = it.crafts().stream().map(OrganisationCraft::new).collect(Collectors.toUnmodifiableSet());
        story = it.story();
    }

    /** The court gave a number: the cooperative exists. */
    Organisation formed(LocalDate on, String registerNumber) {
        status = Status.ACTIVE;
        foundedOn = on;
        numbers = new Numbers(
                numbers.ice(),
                numbers.tax(),
                registerNumber,
                numbers.court(),
                numbers.businessTax(),
                numbers.cnss(),
                numbers.craftRegister());
        registerEvent(new CooperativeFormed(id, on));
        registerEvent(new OrganisationCorrected(id));
        return this;
    }

    /** The last step was written down by mistake. */
    Organisation backInFormation() {
        status = Status.IN_FORMATION;
        foundedOn = null;
        registerEvent(new OrganisationCorrected(id));
        return this;
    }

    OrganisationDetails details() {
        return new OrganisationDetails(
                name,
                legalForm,
                partner,
                supplier,
                status,
                numbers,
                seat,
                shareCapital,
                foundedOn,
                dissolvedOn,
                crafts.stream().map(OrganisationCraft::craft).collect(Collectors.toUnmodifiableSet()),
                story);
    }

    OrganisationId id() {
        return id;
    }

    long number() {
        return number;
    }

    LegalForm legalForm() {
        return legalForm;
    }

    Status status() {
        return status;
    }

    Seat seat() {
        return seat;
    }

    @Nullable
    UUID photo() {
        return photo;
    }

    boolean demonstration() {
        return demonstration;
    }

    boolean collective() {
        return collective;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    @Nullable
    OrganisationId mergedInto() {
        return mergedInto;
    }

    long version() {
        return version;
    }
}
