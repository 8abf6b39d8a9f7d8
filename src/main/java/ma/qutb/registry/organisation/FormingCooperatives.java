package ma.qutb.registry.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.organisation.FormationPath.Done;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads a cooperative through the legal steps to its number in the register. */
@Service
@Transactional
public class FormingCooperatives {

    private final RegisteringOrganisations registering;
    private final OrganisationRecords organisations;
    private final FormationSteps steps;
    private final Clock clock;

    FormingCooperatives(
            RegisteringOrganisations registering,
            OrganisationRecords organisations,
            FormationSteps steps,
            Clock clock) {
        this.registering = registering;
        this.organisations = organisations;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * Writes down that the next step is done; with the last one the cooperative exists.
     *
     * @return false when the cooperative is not in the user's scope
     * @throws Refusal when the step is not the next, or its day cannot be
     */
    public boolean done(
            OrganisationId id,
            FormationStep step,
            LocalDate on,
            String reference,
            @Nullable UUID document,
            Actor actor) {
        var found = registering.inScope(id, Code.FORM_COOPERATIVES, actor);
        found.ifPresent(cooperative -> {
            if (cooperative.status() != Status.IN_FORMATION) {
                throw new Refusal("registry.formation.refusal.formed-already");
            }
            var done = new Done(step, on, Writing.line(reference, 80), document, actor.displayName());
            steps.of(id).advance(done, LocalDate.now(clock));
            try {
                steps.add(id, done, clock.instant());
            } catch (DataIntegrityViolationException e) {
                // Two clerks write down the same step at once; the second learns of it.
                throw Refusal.when("formation_step_pk", e, "registry.formation.refusal.not-next");
            }
            if (step.last()) {
                organisations.save(cooperative.formed(on, done.reference()));
            }
        });
        return found.isPresent();
    }

    /** Takes the last step back, which was written down by mistake; the audit trail keeps it. */
    public boolean takeBack(OrganisationId id, FormationStep step, Actor actor) {
        var found = registering.inScope(id, Code.FORM_COOPERATIVES, actor);
        found.ifPresent(cooperative -> {
            steps.of(id).takeBack(step);
            steps.remove(id, step);
            if (step.last()) {
                organisations.save(cooperative.backInFormation());
            }
        });
        return found.isPresent();
    }
}
