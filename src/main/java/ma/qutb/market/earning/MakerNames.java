package ma.qutb.market.earning;

import ma.qutb.ledger.Label;
import ma.qutb.market.MakerId;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import org.springframework.stereotype.Component;

/** What makers are called in the books, which only staff read. */
@Component
class MakerNames {

    private final People people;
    private final Organisations organisations;

    MakerNames(People people, Organisations organisations) {
        this.people = people;
        this.organisations = organisations;
    }

    Label label(MakerId maker) {
        var name = maker.person()
                ? people.find(new PersonId(maker.value())).map(People.Summary::name)
                : organisations.find(new OrganisationId(maker.value())).map(Organisations.Summary::name);
        return name.map(MakerNames::label).orElseGet(() -> new Label("—", "—", "—"));
    }

    private static Label label(LocalName name) {
        return new Label(
                name.in(ma.qutb.kernel.Language.AR),
                name.in(ma.qutb.kernel.Language.FR),
                name.in(ma.qutb.kernel.Language.EN));
    }
}
