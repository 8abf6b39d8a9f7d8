package ma.qutb.registry.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import ma.qutb.registry.demonstration.Lexicon.Craft;
import org.jspecify.annotations.Nullable;

/** Makes people up, the same ones every time. */
class MakingPeople {

    private static final long SEED = 20_251_124;

    private final Lexicon lexicon;
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final LocalDate today;

    /** @param today their ages and years of practice are counted back from the first of this year */
    MakingPeople(Lexicon lexicon, LocalDate today) {
        this.lexicon = lexicon;
        this.today = today.withDayOfYear(1);
    }

    List<MadeUpPerson> make(int many) {
        var people = new ArrayList<MadeUpPerson>(many);
        for (int i = 1; i <= many; i++) {
            people.add(one(i, people.isEmpty() ? null : people.getLast()));
        }
        return people;
    }

    private MadeUpPerson one(int index, @Nullable MadeUpPerson before) {
        boolean woman = random.nextInt(100) < 57;
        // More in their thirties than in their seventies.
        int age = 19 + (int) (52 * Math.pow(random.nextDouble(), 1.5));
        var birth = today.minusYears(age).plusDays(random.nextInt(365));
        int practice = random.nextInt(Math.max(1, age - 16));
        int since = today.getYear() - practice;
        boolean household = before != null && before.phone() != null && random.nextInt(100) < 3;
        boolean known = random.nextInt(100) < 92;
        return new MadeUpPerson(
                id("person", index),
                index,
                woman,
                Lexicon.any(woman ? lexicon.women : lexicon.men, random),
                household && before != null ? before.family() : Lexicon.any(lexicon.families, random),
                Lexicon.any(lexicon.men, random),
                birth,
                age > 55 && random.nextInt(3) == 0,
                household && before != null
                        ? before.place()
                        : Lexicon.weighted(lexicon.places, Lexicon.Place::weight, random),
                household && before != null ? before.phone() : known ? phone(index) : null,
                household,
                crafts(woman),
                since,
                practice >= 10 && random.nextInt(100) < 35,
                status(practice),
                today.minusDays(random.nextInt(1000) + 1L));
    }

    private List<Craft> crafts(boolean woman) {
        var crafts = new LinkedHashSet<Craft>();
        int many = random.nextInt(100) < 18 ? 2 : 1;
        while (crafts.size() < many) {
            crafts.add(Lexicon.weighted(lexicon.crafts, woman ? Craft::women : Craft::men, random));
        }
        return List.copyOf(crafts);
    }

    private String status(int practice) {
        int point = random.nextInt(100);
        return practice < 3 || point < 26
                ? "NOT_YET"
                : point < 36 ? "APPLIED" : point < 98 ? "REGISTERED" : "SUSPENDED";
    }

    /** 05 00 …: a form our checks take, in a block no operator was given. */
    private static String phone(int index) {
        return "+2125000%05d".formatted(index);
    }

    /** The same id for the same made-up record, so that a second load finds it. */
    static UUID id(String kind, int index) {
        return UUID.nameUUIDFromBytes(("qutb demonstration " + kind + " " + index).getBytes(StandardCharsets.UTF_8));
    }
}
