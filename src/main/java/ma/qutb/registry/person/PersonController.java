package ma.qutb.registry.person;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import ma.qutb.documents.ArtisanCard;
import ma.qutb.documents.Documents;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The list of people and the pages of one person. */
@Controller
@RequestMapping("/app/people")
@PreAuthorize("hasAuthority('" + Code.SEE_PEOPLE + "')")
class PersonController {

    private final PersonFile file;
    private final Lists lists;
    private final RecordList listOfPeople;
    private final Documents documents;
    private final PersonChanges changes;

    PersonController(
            PersonFile file, Lists lists, RecordList listOfPeople, Documents documents, PersonChanges changes) {
        this.file = file;
        this.lists = lists;
        this.listOfPeople = listOfPeople;
        this.documents = documents;
        this.changes = changes;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("registry/person/list").addObject("list", lists.open(listOfPeople, request, response));
    }

    @GetMapping("/{id}")
    ModelAndView overview(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return file.mergedInto(id)
                .map(it -> new ModelAndView("redirect:/app/people/" + it))
                .orElseGet(() -> tab("overview", id, actor));
    }

    @GetMapping("/{id}/organisations")
    ModelAndView organisations(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return tab("organisations", id, actor);
    }

    @GetMapping("/{id}/changes")
    @PreAuthorize("hasAuthority('" + Code.SEE_PEOPLE + "') and hasAuthority('" + Code.SEE_CHANGES + "')")
    ModelAndView changes(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return tab("changes", id, actor).addObject("changes", changes.of(id));
    }

    @GetMapping("/{id}/documents")
    ModelAndView documents(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return tab("documents", id, actor).addObject("documents", documents.about(ArtisanCard.SUBJECT, id));
    }

    private ModelAndView tab(String name, UUID id, Actor actor) {
        var person = file.open(id, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("registry/person/" + name).addObject("person", person);
    }
}
