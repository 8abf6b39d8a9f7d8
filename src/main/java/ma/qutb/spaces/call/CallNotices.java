package ma.qutb.spaces.call;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.qutb.documents.DocumentDraft;
import ma.qutb.documents.DocumentKind;
import ma.qutb.documents.Documents;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.documents.PrintForm;
import ma.qutb.documents.PrintMark;
import ma.qutb.documents.PrintedField;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.shell.Formats;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.paper.SpacesPaper;
import org.springframework.stereotype.Component;

/** The notice of a call: numbered, in Arabic and French, printed anew when the deadline is put off, void when the call is cancelled. */
@Component
class CallNotices {

    static final DocumentKind KIND = new DocumentKind("call-notice", "AA");
    private static final String SUBJECT = "spaces.call";
    private static final Set<Language> PRINTED = EnumSet.of(Language.AR, Language.FR);

    private final Documents documents;
    private final ReadingCalls reading;
    private final Territories territories;
    private final Texts texts;

    CallNotices(Documents documents, ReadingCalls reading, Territories territories, Texts texts) {
        this.documents = documents;
        this.reading = reading;
        this.territories = territories;
        this.texts = texts;
    }

    /** The notice that stands; the last one of a cancelled call, so that it can still be read. */
    Optional<IssuedDocument> of(Call call) {
        var all = documents.about(SUBJECT, call.id().value());
        return all.stream()
                .filter(it -> it.cancellation() == null)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    void issue(Call call, Actor by) {
        var page = reading.page(call);
        documents.issue(
                new DocumentDraft(
                        KIND,
                        SUBJECT,
                        call.id().value(),
                        page.site().name().in(Language.AR),
                        page.site().name().in(Language.FR),
                        around(page),
                        PRINTED,
                        printed(page),
                        call.demonstration(),
                        null,
                        mark -> PRINTED.stream()
                                .map(it -> new PrintForm(it.code(), print(page, mark, it)))
                                .toList()),
                by);
    }

    void replace(Call call, String reason, Actor by) {
        cancel(call, reason, by);
        issue(call, by);
    }

    void cancel(Call call, String reason, Actor by) {
        documents.about(SUBJECT, call.id().value()).stream()
                .filter(it -> it.cancellation() == null)
                .forEach(it -> documents.cancel(it.id(), reason, by));
    }

    private Set<String> around(CallPage page) {
        var codes = new LinkedHashSet<>(Set.of(page.site().territory().value()));
        int year = page.now().atZone(Formats.ZONE).getYear();
        territories.above(page.site().territory(), year).forEach(it -> codes.add(it.value()));
        return codes;
    }

    private List<PrintedField> printed(CallPage page) {
        var name = page.site().name();
        return List.of(
                PrintedField.same("spaces.call.notice.number", page.call().called()),
                new PrintedField("spaces.call.notice.site", name.in(Language.AR), name.in(Language.FR)),
                PrintedField.same(
                        "spaces.call.closes",
                        Formats.shortDateTime(page.call().calendar().closesAt())));
    }

    private byte[] print(CallPage it, PrintMark mark, Language language) {
        var call = it.call();
        var days = call.calendar();
        var paper = new SpacesPaper(
                texts,
                language,
                texts.say(language, "spaces.call.notice.title", SpacesPaper.alone(call.called())),
                mark,
                call.demonstration());
        paper.paragraph(paper.say(
                "spaces.call.notice.lead",
                it.site().name().in(language),
                it.place().in(language),
                it.units().size()));
        paper.heading(paper.say("spaces.call.calendar"))
                .fact(paper.say("spaces.call.opens"), moment(days.opensAt()))
                .fact(paper.say("spaces.call.closes"), moment(days.closesAt()))
                .fact(paper.say("spaces.call.draw"), moment(days.drawAt()))
                .fact(paper.say("spaces.call.results"), paper.day(days.resultsOn()))
                .fact(paper.say("spaces.call.objections"), paper.day(days.objectionsUntil()))
                .fact(paper.say("spaces.call.starts"), paper.day(days.startsOn()))
                .fact(paper.say("spaces.call.waiting"), paper.day(days.waitingUntil()))
                .fact(paper.say("spaces.call.offerDays"), paper.say("spaces.call.days.many", days.offerDays()))
                .paragraph(
                        paper.say("spaces.call.seed.said") + " " + call.seed().in(language));
        units(paper, it, language);
        paper.heading(paper.say("spaces.call.criteria"));
        for (var one : call.criteria()) {
            paper.fact(
                    paper.say("spaces.call.criterion." + one.code()),
                    SpacesPaper.alone(Formats.exact(language, one.weight(), 2) + " %"));
        }
        call.shares()
                .forEach(share -> paper.paragraph(
                        paper.say("spaces.call.group." + share.group().code()) + " : "
                                + paper.say("spaces.call.share", share.units())));
        paper.heading(paper.say("spaces.call.who")).paragraph(who(paper, call));
        paper.heading(paper.say("spaces.call.papers"));
        for (var one : call.papers()) {
            paper.fact(
                    paper.say("spaces.call.paper." + one.code()), paper.say("spaces.call.paper." + one.code() + ".of"));
        }
        return paper.heading(paper.say("spaces.call.notice.how"))
                .paragraph(paper.say("spaces.call.notice.how.text"))
                .finish();
    }

    private static void units(SpacesPaper paper, CallPage it, Language language) {
        paper.heading(paper.say("spaces.call.units"));
        for (var one : it.units()) {
            var unit = one.unit();
            var said = new ArrayList<String>();
            unit.area()
                    .ifPresent(area -> said.add(
                            paper.say("spaces.square-metres", Formats.number(language, Math.round(area / 100.0)))));
            said.add(
                    one.crafts().isEmpty()
                            ? paper.say("spaces.unit.any-craft")
                            : String.join(
                                    paper.say("spaces.call.and") + " ",
                                    one.crafts().stream()
                                            .map((LocalName name) -> name.in(language))
                                            .toList()));
            paper.fact(
                    paper.say("spaces.unit.called." + unit.kind().code(), SpacesPaper.alone(unit.number())),
                    String.join(" · ", said));
        }
    }

    private static String who(SpacesPaper paper, Call call) {
        return String.join(
                paper.say("spaces.call.and") + " ",
                java.util.stream.Stream.of(PartyKind.values())
                        .filter(call.parties()::contains)
                        .map(it -> paper.say("spaces.call.party." + it.code()))
                        .toList());
    }

    private static String moment(java.time.Instant moment) {
        return SpacesPaper.alone(Formats.shortDateTime(moment));
    }
}
