package ma.qutb.spaces.application;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.qutb.documents.DocumentDraft;
import ma.qutb.documents.DocumentKind;
import ma.qutb.documents.Documents;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.documents.PrintAnswer;
import ma.qutb.documents.PrintForm;
import ma.qutb.documents.PrintMark;
import ma.qutb.documents.PrintedField;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.Territories;
import ma.qutb.shell.Formats;
import ma.qutb.shell.QrSquares;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.paper.SpacesPaper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The receipt of an application: its number, what was asked for, and a code by which anybody can see that it is ours. */
@Component
@Transactional
class IssuingReceipts {

    static final DocumentKind KIND = new DocumentKind("application-receipt", "RC");
    private static final String SUBJECT = "spaces.application";
    private static final Set<Language> PRINTED = EnumSet.of(Language.AR, Language.FR);

    private final Documents documents;
    private final Screens screens;
    private final Crafts crafts;
    private final Territories territories;
    private final JdbcClient database;
    private final Texts texts;
    private final String publicAddress;

    IssuingReceipts(
            Documents documents,
            Screens screens,
            Crafts crafts,
            Territories territories,
            JdbcClient database,
            Texts texts,
            @Value("${qutb.public-address}") String publicAddress) {
        this.documents = documents;
        this.screens = screens;
        this.crafts = crafts;
        this.territories = territories;
        this.database = database;
        this.texts = texts;
        this.publicAddress = publicAddress;
    }

    /** The papers of this room. */
    @Configuration
    static class Kinds {

        @Bean
        DocumentKind applicationReceiptKind() {
            return KIND;
        }
    }

    /** The receipt; it is issued when it is first asked for, once. */
    IssuedDocument of(ApplicationId id, Actor by) {
        database.sql("select id from spaces.application where id = :id for update")
                .param("id", id.value())
                .query()
                .listOfRows();
        return issued(id).orElseGet(() -> documents.issue(draft(screens.of(Desk.TELEPHONE, id)), by));
    }

    ResponseEntity<byte[]> print(ApplicationId id, String language, Actor by) {
        return PrintAnswer.of(documents, of(id, by), language);
    }

    /** The code that leads to its verification, where it was issued. */
    @Transactional(readOnly = true)
    Optional<QrSquares> verification(Application it) {
        return issued(it.id()).map(document -> QrSquares.onScreen(publicAddress + "/v/" + document.token()));
    }

    private Optional<IssuedDocument> issued(ApplicationId id) {
        return documents.about(SUBJECT, id.value()).stream().findFirst();
    }

    private DocumentDraft draft(Screen it) {
        return new DocumentDraft(
                KIND,
                SUBJECT,
                it.it().id().value(),
                it.party().in(Language.AR),
                it.party().in(Language.FR),
                around(it),
                PRINTED,
                List.of(
                        PrintedField.same(
                                "spaces.application.number", it.it().number().orElseThrow()),
                        new PrintedField(
                                "spaces.call.notice.site",
                                it.site().name().in(Language.AR),
                                it.site().name().in(Language.FR)),
                        PrintedField.same(
                                "spaces.application.sent-at",
                                Formats.shortDateTime(it.it().submittedAt().orElseThrow())),
                        PrintedField.same("spaces.application.wishes", wishes(it))),
                it.it().demonstration(),
                null,
                mark -> PRINTED.stream()
                        .map(language -> new PrintForm(language.code(), print(it, mark, language)))
                        .toList());
    }

    private Set<String> around(Screen it) {
        var codes = new LinkedHashSet<>(Set.of(it.site().territory().value()));
        int year = it.now().atZone(Formats.ZONE).getYear();
        territories.above(it.site().territory(), year).forEach(code -> codes.add(code.value()));
        return codes;
    }

    private byte[] print(Screen it, PrintMark mark, Language language) {
        var application = it.it();
        var paper = new SpacesPaper(
                texts, language, texts.say(language, "spaces.application.receipt"), mark, application.demonstration());
        paper.fact(
                        paper.say("spaces.application.number"),
                        SpacesPaper.alone(application.number().orElseThrow()))
                .fact(paper.say("spaces.application.applicant"), it.party().in(language))
                .fact(
                        paper.say("spaces.application.call"),
                        SpacesPaper.alone(it.call().called()) + " · "
                                + it.site().name().in(language))
                .fact(
                        paper.say("spaces.application.sent-at"),
                        SpacesPaper.alone(
                                Formats.shortDateTime(application.submittedAt().orElseThrow())))
                .fact(
                        paper.say("spaces.application.craft"),
                        application.craft().map(crafts::nameOf).orElseThrow().in(language))
                .fact(paper.say("spaces.application.wishes"), SpacesPaper.alone(wishes(it)))
                .fact(paper.say("spaces.application.taken-by"), application.takenBy());
        paper.heading(paper.say("spaces.call.papers"));
        var missing = it.missing();
        for (var one : it.needed()) {
            paper.fact(
                    paper.say("spaces.call.paper." + one.code()),
                    paper.say("spaces.application.paper." + (missing.contains(one) ? "missing" : "there")));
        }
        if (!missing.isEmpty()) {
            paper.paragraph(paper.say(
                    "spaces.application.complete-until",
                    SpacesPaper.alone(Formats.shortDateTime(it.call().calendar().closesAt()))));
        }
        return paper.heading(paper.say("spaces.application.then"))
                .paragraph(paper.say(
                        "spaces.application.then.text",
                        paper.day(it.call().calendar().resultsOn()),
                        paper.day(it.call().calendar().objectionsUntil())))
                .finish();
    }

    private static String wishes(Screen it) {
        return String.join(" > ", it.it().wishes().stream().map(it::number).toList());
    }
}
