package ma.qutb.registry.person;

import java.util.List;
import java.util.Map;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.PersonalData;
import org.springframework.stereotype.Component;

/** The identity number in a person's own file: in full, it is theirs. */
@Component
class IdentityData implements PersonalData {

    private final PersonRecords people;
    private final IdentityVault vault;

    IdentityData(PersonRecords people, IdentityVault vault) {
        this.people = people;
        this.vault = vault;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public List<Map<String, Object>> about(PersonId person) {
        return people.findById(person).map(Person::identity).stream()
                .map(vault::open)
                .map(it -> Map.<String, Object>of("kind", it.kind().name(), "identity_number", it.value()))
                .toList();
    }
}
