package ma.qutb.materials.point;

import java.util.Map;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.pick.Picking;
import org.springframework.stereotype.Component;

/** Fields that ask for an organisation or a person of the registry. */
@Component
class PartyFields {

    private final Picking picking;

    PartyFields(Picking picking) {
        this.picking = picking;
    }

    /** The cooperative that manages a point. */
    PickField field(Map<String, String> typed, Actor actor) {
        return organisation("manager", typed, actor);
    }

    PickField organisation(String name, Map<String, String> typed, Actor actor) {
        return read(PickField.organisation(name), typed, actor);
    }

    PickField person(String name, Map<String, String> typed, Actor actor) {
        return read(PickField.person(name), typed, actor);
    }

    private PickField read(PickField field, Map<String, String> typed, Actor actor) {
        return picking.read(
                field, typed.getOrDefault(field.name(), ""), typed.getOrDefault(field.name() + "Typed", ""), actor);
    }
}
