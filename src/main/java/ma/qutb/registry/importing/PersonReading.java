package ma.qutb.registry.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import ma.qutb.importing.ImportRow;
import ma.qutb.kernel.DateReading;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.person.Birth;
import ma.qutb.registry.person.IdentityKind;
import ma.qutb.registry.person.IdentityNumber;
import ma.qutb.registry.person.IdentityVault;
import ma.qutb.registry.person.Sex;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of a row what the registry understands; every value that cannot be taken is told with its reason. */
@Component
class PersonReading {

    /** A year alone, or with a day and month that stand for "not known". */
    private static final Pattern YEAR = Pattern.compile("(?:00?[/.-]00?[/.-])?([0-9]{4})");

    private final WorkReading work;
    private final PlaceNames places;
    private final IdentityVault vault;
    private final Dictionary<Sex> sexes;
    private final Dictionary<String> languages;
    private final Dictionary<Boolean> answers;
    private final Clock clock;

    PersonReading(WorkReading work, PlaceNames places, IdentityVault vault, Vocabulary vocabulary, Clock clock) {
        this.work = work;
        this.places = places;
        this.vault = vault;
        this.sexes = vocabulary.of("sex", Sex.values());
        this.languages = vocabulary.languages();
        this.answers = vocabulary.yesAndNo();
        this.clock = clock;
    }

    @Nullable
    ImportedPerson read(ImportRow row) {
        var today = LocalDate.now(clock);
        var name = NameReading.of(row);
        var sex = row.read("sex", it -> word(sexes, it, "registry.import.refusal.sex"));
        var birth = row.read("birth", it -> birth(it, today));
        var identity = row.read("identity", it -> new IdentityNumber(IdentityKind.CIN, it));
        var phone = row.phone("phone");
        var shared = row.read("phone_shared", it -> word(answers, it, "registry.import.refusal.answer"));
        var place = row.read("commune", places::read);
        var landmark = row.read("landmark", it -> Writing.line(it, 300));
        var spoken = row.read("languages", this::languages);
        var practised = work.read(row, birth, today);
        if (row.rejected() || name == null) {
            return null;
        }
        return new ImportedPerson(
                name,
                sex,
                birth,
                identity,
                identity == null ? null : HexFormat.of().formatHex(vault.hash(identity)),
                phone,
                phone != null && Boolean.TRUE.equals(shared),
                place,
                Objects.requireNonNullElse(landmark, ""),
                Objects.requireNonNullElse(spoken, Set.of()),
                practised,
                row.text("cooperative"));
    }

    private static Birth birth(String typed, LocalDate today) {
        var year = YEAR.matcher(Writing.western(typed));
        var birth = year.matches() ? Birth.in(Integer.parseInt(year.group(1))) : Birth.on(DateReading.parse(typed));
        return birth.checked(today);
    }

    private Set<String> languages(String typed) {
        var found = new TreeSet<String>();
        Arrays.stream(typed.split("[;،,/|+]"))
                .filter(it -> !it.isBlank())
                .forEach(it -> found.add(word(languages, it, "registry.import.refusal.language")));
        return found;
    }

    static <T> T word(Dictionary<T> words, String typed, String refusal) {
        return List.copyOf(words.find(typed)).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(refusal, typed.strip()));
    }
}
