package ma.qutb.materials.counter;

import java.util.Collections;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Material;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import org.springframework.stereotype.Component;

/** Who may buy a material: registered artisans of its craft. */
@Component
class Buyers {

    private final People people;
    private final Crafts crafts;

    Buyers(People people, Crafts crafts) {
        this.people = people;
        this.crafts = crafts;
    }

    /** @throws Refusal when this is no artisan of the registry, one of another craft, or one whose registration is suspended */
    People.Summary allowed(PersonId person, Material material) {
        var practice = people.practice(person).orElseThrow(() -> new Refusal("materials.counter.refusal.no-artisan"));
        if (practice.suspended()) {
            throw new Refusal("materials.counter.refusal.suspended");
        }
        if (!practises(practice, material)) {
            throw new Refusal("materials.counter.refusal.other-craft");
        }
        return practice.person();
    }

    boolean practises(People.Practice practice, Material material) {
        return practice.crafts().contains(material.craft())
                || !Collections.disjoint(practice.crafts(), crafts.within(material.craft()));
    }
}
