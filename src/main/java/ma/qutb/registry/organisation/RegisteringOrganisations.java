package ma.qutb.registry.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.Territories;
import ma.qutb.registry.photo.PictureChange;
import ma.qutb.registry.submission.Submissions;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives organisations a record and corrects it. */
@Service
@Transactional
public class RegisteringOrganisations {

    private final OrganisationRecords organisations;
    private final Territories territories;
    private final Crafts crafts;
    private final Submissions submissions;
    private final Clock clock;

    RegisteringOrganisations(
            OrganisationRecords organisations,
            Territories territories,
            Crafts crafts,
            Submissions submissions,
            Clock clock) {
        this.organisations = organisations;
        this.territories = territories;
        this.crafts = crafts;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** The same form sent twice makes one record. */
    OrganisationId registerOnce(UUID token, OrganisationDetails details, PictureChange picture, Actor actor) {
        return new OrganisationId(UUID.fromString(
                submissions.once(token, () -> register(details, picture, actor).toString())));
    }

    /**
     * Registers an organisation.
     *
     * @throws Refusal when another has its ICE or register number, or a date cannot be
     */
    public OrganisationId register(OrganisationDetails details, Actor actor) {
        return register(details, PictureChange.STAYS, actor);
    }

    private OrganisationId register(OrganisationDetails details, PictureChange picture, Actor actor) {
        check(details, actor);
        try {
            return organisations
                    .save(Organisation.register(details, picture, LocalDate.now(clock), clock.instant()))
                    .id();
        } catch (DataIntegrityViolationException e) {
            throw taken(e);
        }
    }

    /** @return empty when it is not there, or not in the registrar's scope */
    Optional<Outcome> correct(
            OrganisationId id, long version, OrganisationDetails details, PictureChange picture, Actor actor) {
        return inScope(id, Code.EDIT_ORGANISATIONS, actor).map(organisation -> {
            if (organisation.version() != version) {
                return new Outcome.Overtaken(organisation.version());
            }
            check(details, actor);
            try {
                organisations.save(organisation.correct(details, picture, LocalDate.now(clock)));
                return new Outcome.Saved();
            } catch (DataIntegrityViolationException e) {
                throw taken(e);
            }
        });
    }

    /** False when it is not there, or not in the registrar's scope. */
    boolean showPicture(OrganisationId id, PictureChange picture, Actor actor) {
        return inScope(id, Code.EDIT_ORGANISATIONS, actor)
                .map(organisation -> organisations.save(organisation.show(picture)))
                .isPresent();
    }

    Optional<Organisation> inScope(OrganisationId id, String permission, Actor actor) {
        return organisations
                .findById(id)
                .filter(it -> it.mergedInto() == null)
                .filter(it -> territories.covers(
                        actor.scopeOf(permission), Optional.ofNullable(it.seat().territory())));
    }

    private void check(OrganisationDetails details, Actor actor) {
        var place = Optional.ofNullable(details.seat().territory());
        place.filter(it -> !territories.exists(it)).ifPresent(it -> {
            throw new Refusal("registry.territory.refusal.unknown", it.value());
        });
        if (!territories.covers(actor.scopeOf(Code.EDIT_ORGANISATIONS), place)) {
            throw new Refusal("registry.person.refusal.place-out-of-scope");
        }
        details.crafts().stream().filter(it -> !crafts.exists(it)).findFirst().ifPresent(it -> {
            throw new Refusal("registry.craft.refusal.unknown", it.value());
        });
    }

    private static RuntimeException taken(DataIntegrityViolationException violation) {
        var said = Refusal.when("organisation_ice_unique", violation, "registry.organisation.refusal.ice-taken");
        return said != violation
                ? said
                : Refusal.when(
                        "organisation_craft_register_number_unique",
                        violation,
                        "registry.organisation.refusal.craft-register-taken");
    }
}
