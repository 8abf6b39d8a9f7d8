package ma.qutb.spaces.award;

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
import ma.qutb.spaces.Sites;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letter that tells an applicant how it came out and why, numbered, in Arabic and French. */
@Component
class IssuingLetters {

    static final DocumentKind KIND = new DocumentKind("award-letter", "LR");
    private static final String SUBJECT = "spaces.application";
    private static final List<Language> PRINTED = List.of(Language.AR, Language.FR);

    private final Documents documents;
    private final Sites sites;
    private final Territories territories;
    private final Texts texts;
    private final Clock clock;

    IssuingLetters(Documents documents, Sites sites, Territories territories, Texts texts, Clock clock) {
        this.documents = documents;
        this.sites = sites;
        this.territories = territories;
        this.texts = texts;
        this.clock = clock;
    }

    List<IssuedDocument> of(Outcome it) {
        return documents.about(SUBJECT, it.application().id().value()).stream()
                .filter(one -> one.kind().equals(KIND.code()))
                .toList();
    }

    @Transactional
    public IssuedDocument issue(Outcome it, Actor by) {
        var site = sites.find(it.call().site()).orElseThrow();
        return documents.issue(
                new DocumentDraft(
                        KIND,
                        SUBJECT,
                        it.application().id().value(),
                        it.party().in(Language.AR),
                        it.party().in(Language.FR),
                        places(site.territory()),
                        Set.copyOf(PRINTED),
                        List.of(
                                PrintedField.same("spaces.award.number", it.number()),
                                new PrintedField(
                                        "spaces.award.result",
                                        LetterPaper.outcome(it, texts, Language.AR),
                                        LetterPaper.outcome(it, texts, Language.FR))),
                        it.call().demonstration(),
                        null,
                        mark -> PRINTED.stream()
                                .map(language -> new PrintForm(
                                        language.code(), new LetterPaper(it, site, mark, texts, language).print()))
                                .toList()),
                by);
    }

    private Set<String> places(ma.qutb.registry.TerritoryCode place) {
        var places = new HashSet<String>();
        places.add(place.value());
        territories.above(place, LocalDate.now(clock).getYear()).forEach(it -> places.add(it.value()));
        return places;
    }
}
