package ma.qutb.documents.list;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import ma.qutb.documents.Documents;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.shell.Toast;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Issued documents for staff: the list, one document, its cancellation. */
@Controller
class DocumentController {

    private final RecordList list;
    private final Lists lists;
    private final DocumentAccess access;
    private final Documents documents;
    private final Clock clock;

    DocumentController(
            @Qualifier("issuedDocumentList") RecordList list,
            Lists lists,
            DocumentAccess access,
            Documents documents,
            Clock clock) {
        this.list = list;
        this.lists = lists;
        this.access = access;
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping("/app/documents")
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("shell/list/page").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/app/documents/{id}")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var document = access.forStaff(id, actor, DocumentAccess.SEE).orElseThrow(DocumentController::notFound);
        return page(document, actor, new BeanPropertyBindingResult(new Cancellation(""), "form"));
    }

    @PostMapping("/app/documents/{id}/cancellation")
    ModelAndView cancel(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var document = access.forStaff(id, actor, DocumentAccess.CANCEL).orElseThrow(DocumentController::notFound);
        var errors = new BeanPropertyBindingResult(new Cancellation(reason), "form");
        try {
            documents.cancel(document.id(), reason, actor);
        } catch (Refusal refusal) {
            errors.rejectValue("reason", refusal.code(), refusal.getArguments(), null);
            var back = page(document, actor, errors);
            back.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return back;
        }
        Toast.ok(redirect, "documents.cancellation.done", document.number());
        return new ModelAndView("redirect:/app/documents/" + id);
    }

    /** What is typed to cancel. */
    record Cancellation(String reason) {}

    private ModelAndView page(IssuedDocument document, Actor actor, Errors errors) {
        var cancellable =
                document.cancellation() == null && DocumentAccess.holds(actor, DocumentAccess.CANCEL, document);
        return new ModelAndView("documents/list/show")
                .addObject("document", document)
                .addObject("state", document.state(LocalDate.now(clock)))
                .addObject("cancellable", cancellable)
                .addObject("errors", errors);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
