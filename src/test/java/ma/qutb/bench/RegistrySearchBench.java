package ma.qutb.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.naming.FullName;
import ma.qutb.registry.naming.LabelledPairs;
import ma.qutb.registry.naming.PersonFacts;
import ma.qutb.registry.search.SearchEntry;
import ma.qutb.registry.search.SearchIndex;
import ma.qutb.registry.search.SearchQuery;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Search as you type and duplicate suggestions among a million made-up people, and the labelled pairs. */
public final class RegistrySearchBench {

    private static final int PEOPLE = Integer.getInteger("people", 1_000_000);
    private static final int IMPORTED = PEOPLE / 10;
    private static final int BATCH = 5_000;
    private static final Scope PROVINCE = new Scope.Within(Set.of("P-TNT"));

    private final SearchIndex index;

    private RegistrySearchBench(SearchIndex index) {
        this.index = index;
    }

    public static void main(String[] arguments) throws Exception {
        names();
        try (var database = new BenchDatabase();
                var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database.application()));
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(database.application()));
            // The index alone, without what keeps it true to the records.
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(
                    new RegexPatternTypeFilter(Pattern.compile(".*\\.(EntryWriting|Finding\\w+|SearchIndex)")));
            scanner.scan("ma.qutb.registry.search");
            context.refresh();
            var bench = new RegistrySearchBench(context.getBean(SearchIndex.class));
            bench.fill(database);
            bench.searches(1, 600, "registry.search.p95_ms");
            bench.searches(16, 100, "registry.search16.p95_ms");
            bench.duplicates(300);
        }
    }

    private static void names() {
        var quality = LabelledPairs.Quality.of(LabelledPairs.all());
        Bench.figure("registry.names.recall", quality.recall(), "share", quality.pairs());
        Bench.figure("registry.names.precision", quality.precision(), "share", quality.pairs());
    }

    /** Nine tenths are loaded with the big indexes away, the last tenth as an import would. */
    private void fill(BenchDatabase database) throws Exception {
        var definitions = database.owner()
                .queryForList(
                        "select indexdef from pg_indexes where schemaname = 'registry' and indexname in ('search_entry_by_words', 'search_entry_by_blocks')",
                        String.class);
        database.owner().execute("drop index registry.search_entry_by_words, registry.search_entry_by_blocks");
        Bench.say("loading %,d people", PEOPLE);
        try (var loaders = Executors.newFixedThreadPool(2)) {
            var loads = IntStream.range(0, (PEOPLE - IMPORTED) / BATCH)
                    .mapToObj(batch -> (Callable<Boolean>) () -> {
                        load(batch * BATCH, BATCH);
                        return true;
                    })
                    .toList();
            for (var load : loaders.invokeAll(loads)) {
                load.get();
            }
        }
        Bench.say("indexing");
        definitions.forEach(database.owner()::execute);
        double seconds = Bench.milliseconds(() -> {
                    for (int from = PEOPLE - IMPORTED; from < PEOPLE; from += BATCH) {
                        load(from, BATCH);
                    }
                })
                / 1000;
        Bench.figure("registry.search.put100k.s", seconds * 100_000 / IMPORTED, "s", 1);
        database.owner().execute("vacuum analyze registry.search_entry");
        Bench.say(
                "%s",
                database.owner()
                        .queryForList(
                                "select relname, pg_size_pretty(pg_relation_size(oid)) size from pg_class where relname like 'search_entry%'"));
    }

    private void load(int from, int count) {
        index.putAll(IntStream.range(from, from + count)
                .mapToObj(MadeUpPeople::person)
                .toList());
    }

    /** Every user types names of people in the register letter by letter; each answer counts. */
    private void searches(int users, int names, String figure) throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            type(typing(RandomGeneratorFactory.of("L64X128MixRandom").create(-seed - 1)), null);
        }
        var work = IntStream.range(0, users)
                .mapToObj(user -> (Callable<List<Double>>) () -> {
                    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1000 + user);
                    var samples = new ArrayList<Double>();
                    for (int i = 0; i < names; i++) {
                        type(typing(random), samples);
                    }
                    return samples;
                })
                .toList();
        var all = new ArrayList<Double>();
        try (var people = Executors.newFixedThreadPool(users)) {
            for (var samples : people.invokeAll(work)) {
                all.addAll(samples.get());
            }
        }
        report(figure, all);
    }

    /** What somebody types, and where they may look. */
    private record Typing(String text, Scope scope) {}

    private static Typing typing(RandomGenerator random) {
        var person = MadeUpPeople.person(random.nextInt(PEOPLE));
        var name = person.name();
        boolean arabic = name.givenArabic() != null && (name.givenLatin() == null || random.nextBoolean());
        var given = arabic ? name.givenArabic() : name.givenLatin();
        var family = arabic ? name.familyArabic() : name.familyLatin();
        var scope = random.nextInt(4) == 0 ? PROVINCE : Scope.EVERYWHERE;
        return switch (random.nextInt(10)) {
            case 0 -> new Typing(family + " " + given, scope);
            case 1 -> new Typing(String.valueOf(person.phone()).replace("+212", "0"), scope);
            case 2 -> new Typing(String.valueOf(person.number()), scope);
            case 3 -> new Typing(given + " " + person.about().get(arabic ? 0 : 1), scope);
            case 4 -> new Typing(family, scope);
            default -> new Typing(given + " " + family, scope);
        };
    }

    private void type(Typing typing, List<Double> samples) {
        for (int end = 2; end <= typing.text().length(); end++) {
            var query = new SearchQuery(typing.text().substring(0, end), Set.of(), 10);
            double took = Bench.milliseconds(() -> index.find(query, typing.scope()));
            if (samples != null) {
                samples.add(took);
            }
            if (took > 200 && Boolean.getBoolean("slow")) {
                Bench.say("%.0f ms: %s %s", took, query.typed(), typing.scope());
            }
        }
    }

    /** Somebody comes to the counter who is registered already, spelt otherwise, or a stranger with a common name. */
    private void duplicates(int times) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        var samples = new ArrayList<Double>();
        int found = 0;
        int expected = 0;
        for (int i = -20; i < times; i++) {
            var known = MadeUpPeople.person(random.nextInt(PEOPLE));
            boolean stranger = i % 3 == 0;
            var facts = atTheCounter(known, stranger, random);
            var suggestions = new ArrayList<SearchEntry>();
            double took = Bench.milliseconds(() -> index.duplicatesOf(facts, Scope.EVERYWHERE, 5)
                    .forEach(suggestion -> suggestions.add(suggestion.entry())));
            if (i >= 0) {
                samples.add(took);
                expected += stranger ? 0 : 1;
                found += !stranger
                                && suggestions.stream()
                                        .anyMatch(entry -> entry.subject().equals(known.subject()))
                        ? 1
                        : 0;
            }
        }
        report("registry.duplicates.p95_ms", samples);
        Bench.figure("registry.duplicates.found", (double) found / expected, "share", expected);
    }

    private static PersonFacts atTheCounter(SearchEntry known, boolean stranger, RandomGenerator random) {
        var name = known.name();
        var oneScript = name.givenArabic() != null && name.givenLatin() != null && random.nextBoolean()
                ? new FullName(null, null, name.givenLatin(), name.familyLatin())
                : name;
        var birth = stranger ? LocalDate.of(1950, 1, 2).plusDays(random.nextInt(20_000)) : known.birthDate();
        return new PersonFacts(
                oneScript, birth, known.sex(), random.nextBoolean() && !stranger ? known.phone() : null, null, null);
    }

    private static void report(String figure, List<Double> samples) {
        var times = samples.stream().flatMapToDouble(DoubleStream::of).toArray();
        Bench.say("%s: median %.1f ms, p95 %.1f ms", figure, Bench.median(times), Bench.p95(times));
        Bench.figure(figure, Bench.p95(times), "ms", times.length);
    }
}
