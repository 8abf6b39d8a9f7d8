package ma.qutb.registry.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.TerritoryCode;

/** People for tests; each has a telephone of their own. */
public final class Somebody {

    private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() / 1000 % 900_000) + 1);

    private Somebody() {}

    public static PhoneNumber phone() {
        return new PhoneNumber("+2126%08d".formatted(NEXT.getAndIncrement()));
    }

    public static String cin() {
        return "JT%06d".formatted(NEXT.getAndIncrement());
    }

    public static PersonDetails from(String place) {
        return named("فاطمة", "أوعلا", place, phone(), null);
    }

    static PersonDetails with(PhoneNumber phone) {
        return named("فاطمة", "أوعلا", "C-GUE", phone, null);
    }

    static PersonDetails with(SealedIdentity identity) {
        return named("فاطمة", "أوعلا", "C-GUE", phone(), identity);
    }

    static PersonDetails born(Birth birth) {
        var it = from("C-GUE");
        return new PersonDetails(
                it.name(), it.ancestors(), it.sex(), birth, null, it.contact(), it.speaking(), it.story(), it.note());
    }

    static PersonDetails shares(PhoneNumber phone) {
        var it = from("C-GUE");
        var contact = new Contact(phone, true, Set.of(), it.contact().territory(), "");
        return new PersonDetails(
                it.name(), it.ancestors(), it.sex(), it.birth(), null, contact, it.speaking(), it.story(), it.note());
    }

    static PersonDetails named(String given, String family, String place, PhoneNumber phone, SealedIdentity identity) {
        return new PersonDetails(
                new PersonName(given, family, "Fatima", "Oualla"),
                new Ancestors("محمد", "Mohamed", "", ""),
                Sex.FEMALE,
                Birth.on(LocalDate.of(1984, 5, 12)),
                identity,
                new Contact(phone, false, Set.of(), new TerritoryCode(place), "قرب المسجد العتيق"),
                new Speaking(Set.of("mey", "ar"), ReadingEase.WITH_HELP),
                Story.NONE,
                "");
    }

    static ArtisanDetails weaver() {
        return practising(
                2001, new PractisedCraft(new CraftCode("WEV"), 2001), new PractisedCraft(new CraftCode("CRP"), null));
    }

    static ArtisanDetails practising(Integer since, PractisedCraft... crafts) {
        return new ArtisanDetails(
                List.of(crafts), Category.ARTISAN, since, Registration.NOT_YET, Workplace.HOME, "", Cover.UNKNOWN);
    }
}
