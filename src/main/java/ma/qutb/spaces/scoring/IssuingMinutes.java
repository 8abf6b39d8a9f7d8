package ma.qutb.spaces.scoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ma.qutb.documents.DocumentDraft;
import ma.qutb.documents.DocumentKind;
import ma.qutb.documents.Documents;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.documents.PrintForm;
import ma.qutb.documents.PrintedField;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.registry.Territories;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.call.Call;
import org.springframework.stereotype.Component;

/** The minutes of a committee: numbered, in Arabic and French, the same for ever. */
@Component
class IssuingMinutes {

    static final DocumentKind KIND = new DocumentKind("committee-minutes", "PV");
    private static final String SUBJECT = "spaces.committee";
    private static final List<Language> PRINTED = List.of(Language.AR, Language.FR);

    private final ReadingMinutes reading;
    private final Documents documents;
    private final Sites sites;
    private final Territories territories;
    private final Texts texts;
    private final Clock clock;

    IssuingMinutes(
            ReadingMinutes reading,
            Documents documents,
            Sites sites,
            Territories territories,
            Texts texts,
            Clock clock) {
        this.reading = reading;
        this.documents = documents;
        this.sites = sites;
        this.territories = territories;
        this.texts = texts;
        this.clock = clock;
    }

    List<IssuedDocument> of(Call call) {
        return documents.about(SUBJECT, call.id().value());
    }

    IssuedDocument issue(Committee committee, Actor by) {
        var call = committee.call();
        var site = sites.find(call.site()).orElseThrow();
        var lines = reading.lines(call.id());
        var kept = reading.conflicts(call.id());
        return documents.issue(
                new DocumentDraft(
                        KIND,
                        SUBJECT,
                        call.id().value(),
                        site.name().in(Language.AR),
                        site.name().in(Language.FR),
                        places(site),
                        Set.copyOf(PRINTED),
                        List.of(
                                PrintedField.same("spaces.scoring.minutes.call", call.called()),
                                PrintedField.same("spaces.scoring.minutes.applications", String.valueOf(lines.size())),
                                PrintedField.same(
                                        "spaces.scoring.minutes.members",
                                        String.valueOf(committee.members().size()))),
                        call.demonstration(),
                        null,
                        mark -> PRINTED.stream()
                                .map(it -> new PrintForm(
                                        it.code(),
                                        new MinutesPaper(committee, site, lines, kept, mark, texts, it).print()))
                                .toList()),
                by);
    }

    private Set<String> places(Site site) {
        var places = new HashSet<String>();
        places.add(site.territory().value());
        territories.above(site.territory(), LocalDate.now(clock).getYear()).forEach(it -> places.add(it.value()));
        return places;
    }
}
