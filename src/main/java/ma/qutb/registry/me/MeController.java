package ma.qutb.registry.me;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.documents.ArtisanCard;
import ma.qutb.documents.DocumentId;
import ma.qutb.documents.Documents;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.documents.PrintAnswer;
import ma.qutb.kernel.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The artisan's home, record, documents and help. */
@Controller
@RequestMapping("/me")
class MeController {

    private final KnowingMe knowing;
    private final ProposingCorrections corrections;
    private final Documents documents;
    private final String helpPhone;
    private final Clock clock;

    MeController(
            KnowingMe knowing,
            ProposingCorrections corrections,
            Documents documents,
            @Value("${qutb.help-phone}") String helpPhone,
            Clock clock) {
        this.knowing = knowing;
        this.corrections = corrections;
        this.documents = documents;
        this.helpPhone = helpPhone;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView home(@AuthenticationPrincipal Actor actor) {
        var me = knowing.of(actor);
        return new ModelAndView("registry/me/home")
                .addObject("me", me)
                .addObject(
                        "documents",
                        documents.about(ArtisanCard.SUBJECT, me.id().value()).stream()
                                .filter(it -> it.state(LocalDate.now(clock)) == IssuedDocument.State.VALID)
                                .count())
                .addObject(
                        "waiting",
                        corrections.of(me.id()).stream()
                                .filter(Correction::isWaiting)
                                .count());
    }

    @GetMapping("/record")
    ModelAndView record(@AuthenticationPrincipal Actor actor) {
        return new ModelAndView("registry/me/record").addObject("me", knowing.of(actor));
    }

    @GetMapping("/documents")
    ModelAndView documents(@AuthenticationPrincipal Actor actor) {
        var me = knowing.of(actor);
        return new ModelAndView("registry/me/documents")
                .addObject("me", me)
                .addObject(
                        "documents",
                        documents.about(ArtisanCard.SUBJECT, me.id().value()));
    }

    /** One's own papers only: others' are not there. */
    @GetMapping("/documents/{id}/{form:[a-z0-9]+}.pdf")
    ResponseEntity<byte[]> print(
            @PathVariable UUID id, @PathVariable String form, @AuthenticationPrincipal Actor actor) {
        var me = knowing.of(actor);
        var document = documents
                .find(new DocumentId(id))
                .filter(it -> it.subject().equals(ArtisanCard.SUBJECT)
                        && it.subjectId().equals(me.id().value()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return PrintAnswer.of(documents, document, form);
    }

    @GetMapping("/help")
    ModelAndView help(@AuthenticationPrincipal Actor actor) {
        return new ModelAndView("registry/me/help")
                .addObject("me", knowing.of(actor))
                .addObject("phone", helpPhone);
    }
}
