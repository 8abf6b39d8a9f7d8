package ma.qutb.spaces.application;

import java.util.Optional;
import java.util.UUID;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.call.PartyKind;

/** Who applies: a person as an artisan, or an organisation. */
public record Applicant(PartyKind kind, UUID id) {

    public static Applicant of(PersonId artisan) {
        return new Applicant(PartyKind.ARTISAN, artisan.value());
    }

    /** @param kind a cooperative or an enterprise */
    public static Applicant of(PartyKind kind, OrganisationId organisation) {
        return new Applicant(kind, organisation.value());
    }

    public boolean isPerson() {
        return kind == PartyKind.ARTISAN;
    }

    public Optional<PersonId> person() {
        return isPerson() ? Optional.of(new PersonId(id)) : Optional.empty();
    }

    public Optional<OrganisationId> organisation() {
        return isPerson() ? Optional.empty() : Optional.of(new OrganisationId(id));
    }
}
