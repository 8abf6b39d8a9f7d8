package ma.qutb.registry.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.registry.PersonCorrected;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.PersonRegistered;
import ma.qutb.registry.photo.PictureChange;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.InsertOnlyProperty;
import org.springframework.data.relational.core.mapping.Table;

/** A person of the region: who they are and how to reach them. What they practise is their {@link Artisan}. */
@Table(schema = "registry", name = "person")
class Person extends AbstractAggregateRoot<Person> {

    private final @Id PersonId id;
    private final @ReadOnlyProperty long number;

    @Embedded.Empty
    private PersonName name;

    @Embedded.Empty
    private Ancestors ancestors;

    private @Nullable Sex sex;

    @Embedded.Nullable
    private @Nullable Birth birth;

    @Embedded.Nullable
    private @Nullable SealedIdentity identity;

    @Embedded.Empty
    private Contact contact;

    @Embedded.Empty
    private Speaking speaking;

    @Embedded.Empty
    private Story story;

    private String note;
    private @Nullable UUID photo;
    private final @InsertOnlyProperty boolean demonstration;
    private final @InsertOnlyProperty @Nullable String referenceCode;
    private final @InsertOnlyProperty Instant registeredAt;
    private final @ReadOnlyProperty @Nullable PersonId mergedInto;
    private @Version long version;

    @PersistenceCreator
    Person(
            PersonId id,
            long number,
            PersonName name,
            Ancestors ancestors,
            @Nullable Sex sex,
            @Nullable Birth birth,
            @Nullable SealedIdentity identity,
            Contact contact,
            Speaking speaking,
            Story story,
            String note,
            @Nullable UUID photo,
            boolean demonstration,
            @Nullable String referenceCode,
            Instant registeredAt,
            @Nullable PersonId mergedInto,
            long version) {
        this.id = id;
        this.number = number;
        this.name = name;
        this.ancestors = ancestors;
        this.sex = sex;
        this.birth = birth;
        this.identity = identity;
        this.contact = contact;
        this.speaking = speaking;
        this.story = story;
        this.note = note;
        this.photo = photo;
        this.demonstration = demonstration;
        this.referenceCode = referenceCode;
        this.registeredAt = registeredAt;
        this.mergedInto = mergedInto;
        this.version = version;
    }

    /** A record for somebody who stands at the counter, or in a file that is being imported. */
    static Person register(PersonDetails details, PictureChange picture, LocalDate today, Instant now) {
        var person = new Person(
                PersonId.next(),
                0,
                details.name(),
                details.ancestors(),
                details.sex(),
                null,
                null,
                details.contact(),
                details.speaking(),
                details.story(),
                "",
                picture.after(null),
                false,
                null,
                now,
                null,
                0);
        person.take(details, today);
        person.registerEvent(new PersonRegistered(person.id));
        return person;
    }

    /** What the registrar now knows better. */
    Person correct(PersonDetails details, PictureChange picture, LocalDate today) {
        take(details, today);
        photo = picture.after(photo);
        registerEvent(new PersonCorrected(id));
        return this;
    }

    Person show(PictureChange picture) {
        photo = picture.after(photo);
        registerEvent(new PersonCorrected(id));
        return this;
    }

    private void take(PersonDetails details, LocalDate today) {
        name = details.name().checked();
        ancestors = details.ancestors();
        sex = details.sex();
        birth = details.birth() == null ? null : details.birth().checked(today);
        identity = details.identity();
        contact = details.contact();
        speaking = details.speaking();
        story = details.story();
        note = Writing.paragraphs(details.note(), 2000);
    }

    PersonDetails details() {
        return new PersonDetails(name, ancestors, sex, birth, identity, contact, speaking, story, note);
    }

    PersonId id() {
        return id;
    }

    long number() {
        return number;
    }

    PersonName name() {
        return name;
    }

    @Nullable
    Birth birth() {
        return birth;
    }

    @Nullable
    SealedIdentity identity() {
        return identity;
    }

    Contact contact() {
        return contact;
    }

    @Nullable
    UUID photo() {
        return photo;
    }

    boolean demonstration() {
        return demonstration;
    }

    @Nullable
    String referenceCode() {
        return referenceCode;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    @Nullable
    PersonId mergedInto() {
        return mergedInto;
    }

    long version() {
        return version;
    }
}
