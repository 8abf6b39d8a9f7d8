package ma.qutb.registry.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import ma.qutb.importing.Candidate;
import ma.qutb.importing.ImportColumn;
import ma.qutb.importing.ImportContext;
import ma.qutb.importing.ImportKind;
import ma.qutb.importing.ImportRow;
import ma.qutb.registry.ArtisanCorrected;
import ma.qutb.registry.ArtisanRegistered;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Notice;
import ma.qutb.registry.PersonCorrected;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.PersonRegistered;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.Territories;
import ma.qutb.registry.importing.KnownPerson.Gap;
import ma.qutb.registry.importing.StoringPeople.Entry;
import ma.qutb.registry.importing.StoringWork.Belonging;
import ma.qutb.registry.person.PractisedCraft;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Artisans and other people, one a row. */
@Component
class PeopleImport implements ImportKind<ImportedPerson> {

    private final PersonReading reading;
    private final JudgingPeople judging;
    private final KnownPeople known;
    private final CooperativeNames cooperatives;
    private final StoringPeople people;
    private final StoringWork work;
    private final Territories territories;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PeopleImport(
            PersonReading reading,
            JudgingPeople judging,
            KnownPeople known,
            CooperativeNames cooperatives,
            StoringPeople people,
            StoringWork work,
            Territories territories,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reading = reading;
        this.judging = judging;
        this.known = known;
        this.cooperatives = cooperatives;
        this.people = people;
        this.work = work;
        this.territories = territories;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public String texts() {
        return "registry.import.people";
    }

    @Override
    public String permission() {
        return Code.EDIT_PEOPLE;
    }

    /** Whoever brings a list of people answers for their having read the same notice as at the counter. */
    @Override
    public List<String> notice() {
        return List.of(
                Notice.PERSON.messageKey("title"),
                "registry.notice.import",
                "registry.notice.controller",
                Notice.PERSON.messageKey("purposes"),
                Notice.PERSON.messageKey("recipients"),
                Notice.PERSON.messageKey("kept"),
                "registry.notice.rights");
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                ImportColumn.name("given_ar"),
                ImportColumn.name("family_ar"),
                ImportColumn.name("given_latin"),
                ImportColumn.name("family_latin"),
                ImportColumn.name("name"),
                ImportColumn.optional("sex"),
                ImportColumn.optional("birth"),
                ImportColumn.optional("identity"),
                ImportColumn.optional("phone"),
                ImportColumn.optional("phone_shared"),
                ImportColumn.optional("commune"),
                ImportColumn.optional("landmark").most(300),
                ImportColumn.optional("crafts"),
                ImportColumn.optional("category"),
                ImportColumn.optional("practising_since"),
                ImportColumn.optional("register_number"),
                ImportColumn.optional("registered_on"),
                ImportColumn.optional("card_number"),
                ImportColumn.optional("card_expires_on"),
                ImportColumn.optional("cooperative"),
                ImportColumn.optional("languages"));
    }

    @Override
    public List<Way> onward() {
        return List.of(
                new Way("menu.people", "users", "/app/people"),
                new Way("menu.duplicates", "arrow-merge", "/app/duplicates"));
    }

    @Override
    public @Nullable ImportedPerson read(ImportRow row) {
        return reading.read(row);
    }

    @Override
    public Map<String, String> claims(ImportedPerson row) {
        return row.claims();
    }

    @Override
    public void check(List<Candidate<ImportedPerson>> batch, ImportContext context) {
        judging.judge(batch, context);
    }

    @Override
    public Stored store(List<ImportedPerson> batch, ImportContext context) {
        var among = known.among(batch);
        var created = new ArrayList<Entry>();
        var completed = new ArrayList<Entry>();
        var all = new ArrayList<Entry>();
        for (var row : batch) {
            switch (among.match(row)) {
                case Match.Nobody() -> created.add(new Entry(PersonId.next(), row, EnumSet.allOf(Gap.class)));
                case Match.Known(var person, var filled)
                when filled.isEmpty() -> all.add(new Entry(person.id(), row, filled));
                case Match.Known(var person, var filled) -> completed.add(new Entry(person.id(), row, filled));
                case Match.Taken(var column, var code) ->
                    throw new IllegalStateException(column + " was free a moment ago: " + code);
            }
        }
        int unchanged = all.size();
        all.addAll(created);
        all.addAll(completed);
        people.register(created);
        people.complete(completed);
        work.register(all.stream()
                .filter(it -> it.writes(Gap.WORK) && it.row().work() != null)
                .toList());
        work.complete(completed.stream()
                .filter(it -> !it.writes(Gap.WORK))
                .filter(it -> it.writes(Gap.SINCE) || it.writes(Gap.REGISTER_NUMBER) || it.writes(Gap.CARD))
                .toList());
        join(all, context);
        created.forEach(this::announceNew);
        completed.forEach(this::announceCompleted);
        return new Stored(created.size(), completed.size(), unchanged);
    }

    private void join(List<Entry> people, ImportContext context) {
        var names = cooperatives.among(
                people.stream().map(Entry::row).toList(),
                territories.covered(context.actor().scopeOf(permission())));
        var belongings = new ArrayList<Belonging>();
        for (var person : people) {
            var cooperative = person.row().cooperative();
            if (cooperative == null) {
                continue;
            }
            var found = names.find(cooperative);
            if (found.size() == 1) {
                belongings.add(new Belonging(person.id(), found.iterator().next()));
            }
        }
        if (!belongings.isEmpty()) {
            work.join(belongings, LocalDate.now(clock));
        }
    }

    private void announceNew(Entry entry) {
        events.publishEvent(new PersonRegistered(entry.id()));
        announceArtisan(entry);
    }

    private void announceCompleted(Entry entry) {
        events.publishEvent(new PersonCorrected(entry.id()));
        if (entry.writes(Gap.WORK)) {
            announceArtisan(entry);
        } else if (entry.row().work() != null) {
            events.publishEvent(new ArtisanCorrected(entry.id()));
        }
    }

    private void announceArtisan(Entry entry) {
        var practised = entry.row().work();
        if (practised != null) {
            events.publishEvent(new ArtisanRegistered(
                    entry.id(),
                    practised.crafts().stream()
                            .map(PractisedCraft::craft)
                            .collect(java.util.stream.Collectors.<CraftCode>toUnmodifiableSet())));
        }
    }
}
