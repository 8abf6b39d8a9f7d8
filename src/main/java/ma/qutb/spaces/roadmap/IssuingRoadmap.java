package ma.qutb.spaces.roadmap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.documents.DocumentDraft;
import ma.qutb.documents.DocumentKind;
import ma.qutb.documents.Documents;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.documents.PrintForm;
import ma.qutb.documents.PrintMark;
import ma.qutb.documents.PrintedField;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.shell.Texts;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.premises.Communes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the roadmap of a commune, a province or the region on numbered paper, the same in Arabic and French. */
@Service
@Transactional
public class IssuingRoadmap {

    static final DocumentKind KIND = new DocumentKind("premises-roadmap", "FDR");
    private static final String SUBJECT = "spaces.roadmap";
    /** All papers are about the one roadmap; their territories say of which part. */
    private static final UUID ALL = new UUID(0, 0x4c0c);

    private static final Set<Language> LANGUAGES = Set.of(Language.AR, Language.FR);

    private final Board board;
    private final Documents documents;
    private final Territories territories;
    private final Communes communes;
    private final Texts texts;
    private final Clock clock;

    IssuingRoadmap(
            Board board, Documents documents, Territories territories, Communes communes, Texts texts, Clock clock) {
        this.board = board;
        this.documents = documents;
        this.territories = territories;
        this.communes = communes;
        this.texts = texts;
        this.clock = clock;
    }

    /** What this module prints. */
    @Configuration
    static class RoadmapKind {

        @Bean
        DocumentKind premisesRoadmapKind() {
            return KIND;
        }
    }

    /**
     * The paper of a place as it stands today.
     *
     * @throws Refusal when no premises of it is known
     */
    public IssuedDocument issue(TerritoryCode place, boolean demonstration, Actor by) {
        var within = territories.within(place, LocalDate.now(clock).getYear());
        var whole = new Whole(
                board.cards(Optional.of(within), demonstration),
                board.quarters(Optional.of(within), demonstration),
                demonstration);
        if (whole.cards().isEmpty()) {
            throw new Refusal("spaces.roadmap.refusal.nothing");
        }
        var name = territories.nameOf(place);
        return documents.issue(
                new DocumentDraft(
                        KIND,
                        SUBJECT,
                        ALL,
                        name.in(Language.AR),
                        name.in(Language.FR),
                        Set.of(communes.around(place)),
                        LANGUAGES,
                        printed(whole),
                        demonstration,
                        null,
                        mark -> print(whole, place, mark)),
                by);
    }

    /** The papers of the places this user may see, the newest first. */
    @Transactional(readOnly = true)
    public List<IssuedDocument> issued(Actor actor) {
        var covered = territories.covered(actor.scopeOf(Code.SEE_PREMISES));
        return documents.about(SUBJECT, ALL).stream()
                .filter(it -> covered.map(places ->
                                it.territories().stream().anyMatch(code -> places.contains(new TerritoryCode(code))))
                        .orElse(true))
                .toList();
    }

    private List<PrintForm> print(Whole whole, TerritoryCode place, PrintMark mark) {
        return List.of(Language.AR, Language.FR).stream()
                .map(it -> new PrintForm(
                        it.code(),
                        new RoadmapPaper(whole, territories.nameOf(place).in(it), mark, new PaperWords(texts, it))
                                .print()))
                .toList();
    }

    private List<PrintedField> printed(Whole whole) {
        return List.of(
                PrintedField.same(
                        "spaces.roadmap.paper.premises",
                        String.valueOf(whole.cards().size())),
                PrintedField.same(
                        "spaces.roadmap.paper.open", String.valueOf(whole.open().size())),
                PrintedField.same("spaces.roadmap.women", String.valueOf(whole.women())));
    }
}
