package ma.qutb.registry.directory;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.ConsentPurpose;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Notice;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.consent.Manner;
import ma.qutb.registry.consent.RecordingConsent;
import ma.qutb.registry.person.Ancestors;
import ma.qutb.registry.person.ArtisanDetails;
import ma.qutb.registry.person.Birth;
import ma.qutb.registry.person.Category;
import ma.qutb.registry.person.Contact;
import ma.qutb.registry.person.Cover;
import ma.qutb.registry.person.PersonDetails;
import ma.qutb.registry.person.PersonName;
import ma.qutb.registry.person.PractisedCraft;
import ma.qutb.registry.person.ReadingEase;
import ma.qutb.registry.person.RegisteringPeople;
import ma.qutb.registry.person.Registration;
import ma.qutb.registry.person.Sex;
import ma.qutb.registry.person.Somebody;
import ma.qutb.registry.person.Speaking;
import ma.qutb.registry.person.Story;
import ma.qutb.support.TestActor;

/** A weaver of Guelmim with a name nobody else has, for tests of what others may see of her. */
public record Weaver(PersonId id, String family, String familyLatin, PersonDetails details) {

    public static final Actor REGISTRAR = (Actor) TestActor.with(Code.EDIT_PEOPLE, Code.SEE_PEOPLE, Code.RECORD_CONSENT)
            .getPrincipal();

    public static Weaver registered(RegisteringPeople registering) {
        return registered(registering, "C-GUE");
    }

    public static Weaver registered(RegisteringPeople registering, String place) {
        var letters = new StringBuilder();
        var latin = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            int letter = ThreadLocalRandom.current().nextInt(10);
            letters.append("بتدرزسفلمن".charAt(letter));
            latin.append("btdrzsflmn".charAt(letter)).append('a');
        }
        var details = new PersonDetails(
                new PersonName("زينب", letters.toString(), "Zineb", latin.toString()),
                new Ancestors("والدها" + letters, "", "", ""),
                Sex.FEMALE,
                Birth.on(LocalDate.of(1984, 5, 12)),
                null,
                new Contact(Somebody.phone(), false, Set.of(), new TerritoryCode(place), "قرب دار " + letters),
                new Speaking(Set.of("mey"), ReadingEase.LISTENS),
                new Story("حكاية " + letters, "Histoire de " + latin, ""),
                "ملاحظة " + letters);
        var craft = new ArtisanDetails(
                List.of(new PractisedCraft(new CraftCode("WEV"), 2001)),
                Category.ARTISAN,
                2001,
                Registration.NOT_YET,
                null,
                "",
                Cover.UNKNOWN);
        var id = registering.register(details, Optional.of(craft), REGISTRAR);
        return new Weaver(id, letters.toString(), latin.toString(), details);
    }

    public Weaver agrees(RecordingConsent recording, ConsentPurpose... purposes) {
        return says(recording, true, purposes);
    }

    public Weaver withdraws(RecordingConsent recording, ConsentPurpose... purposes) {
        return says(recording, false, purposes);
    }

    private Weaver says(RecordingConsent recording, boolean yes, ConsentPurpose... purposes) {
        var answers = new EnumMap<ConsentPurpose, Boolean>(ConsentPurpose.class);
        for (var purpose : purposes) {
            answers.put(purpose, yes);
        }
        recording.record(id, answers, Manner.SIGNED, Notice.CONSENT, REGISTRAR);
        return this;
    }
}
