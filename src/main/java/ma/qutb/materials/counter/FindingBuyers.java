package ma.qutb.materials.counter;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.qutb.documents.ArtisanCard;
import ma.qutb.documents.Documents;
import ma.qutb.documents.FileId;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Material;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.pick.Party;
import ma.qutb.registry.pick.Picking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who stands at the counter: by the code on their card, by number, or by name. */
@Component
class FindingBuyers {

    /** What the QR code of a card leads to; a scanner that types like a keyboard sends the whole address. */
    private static final Pattern CARD = Pattern.compile("(?:.*/v/)?([A-Za-z0-9_-]{16,})/?");

    private final Documents documents;
    private final Picking picking;
    private final People people;
    private final Buyers buyers;

    FindingBuyers(Documents documents, Picking picking, People people, Buyers buyers) {
        this.documents = documents;
        this.picking = picking;
        this.people = people;
        this.buyers = buyers;
    }

    /** Whose card this code is on; a card declared void is nobody's. */
    Optional<PersonId> byCard(String scanned) {
        var code = CARD.matcher(scanned.strip());
        return code.matches()
                ? documents
                        .byToken(code.group(1))
                        .filter(it -> it.subject().equals(ArtisanCard.SUBJECT) && it.cancellation() == null)
                        .map(it -> new PersonId(it.subjectId()))
                : Optional.empty();
    }

    /** Who may be meant, likeliest first. */
    List<Buyer> find(String typed, Material material, Actor actor) {
        var found = picking.people(typed, actor).stream()
                .filter(Party::person)
                .map(it -> new PersonId(it.id()))
                .toList();
        var known = people.find(found);
        return found.stream()
                .flatMap(it -> Optional.ofNullable(known.get(it)).stream())
                .map(it -> buyer(it, material))
                .toList();
    }

    Optional<Buyer> of(PersonId person, Material material) {
        return people.find(person).map(it -> buyer(it, material));
    }

    private Buyer buyer(People.Summary it, Material material) {
        return new Buyer(
                it.id(),
                it.number(),
                it.name(),
                it.photo().map(FileId::new),
                it.demonstration(),
                refusal(it, material));
    }

    private @Nullable Refusal refusal(People.Summary it, Material material) {
        try {
            buyers.allowed(it.id(), material);
            return null;
        } catch (Refusal refusal) {
            return refusal;
        }
    }
}
