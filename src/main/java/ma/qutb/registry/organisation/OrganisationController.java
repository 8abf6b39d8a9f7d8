package ma.qutb.registry.organisation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import ma.qutb.documents.Documents;
import ma.qutb.identity.AuditTrail;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.privacy.PrivacyProperties;
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

/** The list of organisations and the pages of one of them. */
@Controller
@RequestMapping("/app/organisations")
@PreAuthorize("hasAuthority('" + Code.SEE_ORGANISATIONS + "')")
class OrganisationController {

    private static final String SUBJECT = "registry.organisation";
    private static final List<String> SUBJECTS =
            List.of(SUBJECT, "registry.organisation_craft", "registry.membership", "registry.formation_step");

    private final OrganisationFile file;
    private final Lists lists;
    private final RecordList listOfOrganisations;
    private final Documents documents;
    private final AuditTrail trail;
    private final PrivacyProperties privacy;

    OrganisationController(
            OrganisationFile file,
            Lists lists,
            RecordList listOfOrganisations,
            Documents documents,
            AuditTrail trail,
            PrivacyProperties privacy) {
        this.file = file;
        this.lists = lists;
        this.listOfOrganisations = listOfOrganisations;
        this.documents = documents;
        this.trail = trail;
        this.privacy = privacy;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("registry/organisation/list")
                .addObject("list", lists.open(listOfOrganisations, request, response));
    }

    @GetMapping("/{id}")
    ModelAndView overview(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return tab("overview", id, actor);
    }

    @GetMapping("/{id}/members")
    ModelAndView members(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return tab("members", id, actor)
                .addObject("refused", null)
                .addObject("form", MemberForm.empty())
                .addObject("member", MemberController.FIELD)
                .addObject("privacy", privacy);
    }

    @GetMapping("/{id}/documents")
    ModelAndView documents(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return tab("documents", id, actor).addObject("documents", documents.about(SUBJECT, id));
    }

    @GetMapping("/{id}/changes")
    @PreAuthorize("hasAuthority('" + Code.SEE_ORGANISATIONS + "') and hasAuthority('" + Code.SEE_CHANGES + "')")
    ModelAndView changes(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var changes = SUBJECTS.stream()
                .flatMap(it -> trail.of(it, id.toString()).stream())
                .sorted(Comparator.comparingLong(AuditTrail.Entry::id).reversed())
                .toList();
        return tab("changes", id, actor).addObject("changes", changes);
    }

    private ModelAndView tab(String name, UUID id, Actor actor) {
        var organisation = file.open(id, actor, Code.SEE_ORGANISATIONS)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("registry/organisation/" + name).addObject("organisation", organisation);
    }
}
