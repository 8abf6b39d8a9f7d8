package ma.qutb.registry.privacy;

import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** One person's data as a file, and the proposal to make them anonymous; both upon a request whose asker is known. */
@Controller
@RequestMapping("/app/privacy/requests/{id}")
@PreAuthorize("hasAuthority('" + Code.ANSWER_REQUESTS + "')")
class DataFileController {

    private final AnsweringRequests answering;
    private final DataFile file;
    private final Anonymising anonymising;
    private final PeopleInReach people;
    private final JsonMapper json;

    DataFileController(
            AnsweringRequests answering,
            DataFile file,
            Anonymising anonymising,
            PeopleInReach people,
            JsonMapper json) {
        this.answering = answering;
        this.file = file;
        this.anonymising = anonymising;
        this.people = people;
        this.json = json;
    }

    /** For machines. */
    @PostMapping(value = "/file", params = "format=json")
    ResponseEntity<byte[]> json(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var request = known(id, actor);
        var contents = file.take(person(request), "JSON", id, actor);
        var name = ContentDisposition.attachment()
                .filename("qutb-" + request.number() + ".json")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(contents));
    }

    /** To be read and printed. */
    @PostMapping(value = "/file", params = "format=page")
    ModelAndView page(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var person = person(known(id, actor));
        return new ModelAndView("registry/privacy/file")
                .addObject("person", people.find(person.value(), Code.ANSWER_REQUESTS, actor))
                .addObject("contents", file.take(person, "PAGE", id, actor));
    }

    @PostMapping("/anonymisation")
    @PreAuthorize("hasAuthority('" + Code.ANONYMISE_PEOPLE + "')")
    String anonymise(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        try {
            anonymising.propose(person(known(id, actor)), id, actor);
            Toast.ok(redirect, "registry.anonymisation.proposed");
        } catch (ma.qutb.kernel.Refusal refusal) {
            Toast.warn(redirect, refusal.code(), refusal.getArguments());
        }
        return "redirect:/app/privacy/requests/" + id;
    }

    /** Open, about somebody in reach, and asked by that somebody. */
    private PrivacyRequest known(UUID id, Actor actor) {
        return answering
                .find(id)
                .filter(it -> it.person() != null && it.identityCheck() != null)
                .filter(it -> people.covers(person(it).value(), Code.ANSWER_REQUESTS, actor))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ma.qutb.registry.PersonId person(@Nullable PrivacyRequest request) {
        var person = request == null ? null : request.person();
        if (person == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return person;
    }
}
