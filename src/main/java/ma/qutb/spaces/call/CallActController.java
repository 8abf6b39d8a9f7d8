package ma.qutb.spaces.call;

import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A call is published, its deadline put off, or it is cancelled. */
@Controller
@RequestMapping(CallPage.LIST + "/{id}")
@PreAuthorize("hasAuthority('" + Code.MANAGE_CALLS + "')")
class CallActController {

    private final PublishingCalls publishing;
    private final CallForm fields;
    private final Calls calls;
    private final FormPages pages;

    CallActController(PublishingCalls publishing, CallForm fields, Calls calls, FormPages pages) {
        this.publishing = publishing;
        this.fields = fields;
        this.calls = calls;
        this.pages = pages;
    }

    @GetMapping("/publication")
    ModelAndView publishing(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var call = open(id, actor);
        return page(call, form(call, "publication", Map.of()));
    }

    @PostMapping("/publication")
    ModelAndView publish(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var call = open(id, actor);
        return done(
                call, form(call, "publication", typed), Map.of(), () -> publishing.publish(call.id(), actor), redirect);
    }

    @GetMapping("/extension")
    ModelAndView extending(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var call = open(id, actor);
        return page(
                call,
                extension(call, Map.of("until", fields.local(call.calendar().closesAt()))));
    }

    @PostMapping("/extension")
    ModelAndView extend(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var call = open(id, actor);
        var form = extension(call, typed);
        var until = fields.moment(form, "until");
        var reason = form.needed("reason");
        return done(
                call,
                form,
                Map.of("spaces.call.refusal.no-later", "until", "spaces.call.refusal.reason", "reason"),
                () -> publishing.extend(call.id(), until, reason, actor),
                redirect);
    }

    @GetMapping("/cancellation")
    ModelAndView cancelling(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var call = open(id, actor);
        return page(call, cancellation(call, Map.of()));
    }

    @PostMapping("/cancellation")
    ModelAndView cancel(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var call = open(id, actor);
        var form = cancellation(call, typed);
        var reason = form.needed("reason");
        return done(
                call,
                form,
                Map.of("spaces.call.refusal.reason", "reason"),
                () -> publishing.cancel(call.id(), reason, actor),
                redirect);
    }

    private ModelAndView done(
            Call call, ActForm form, Map<String, String> fields, Runnable act, RedirectAttributes redirect) {
        return form.does(fields, act) ? FormPages.done(path(call), redirect) : page(call, form);
    }

    private ModelAndView page(Call call, ActForm form) {
        return pages.page(
                form,
                call.demonstration(),
                new Crumb(pages.say("spaces.calls.title"), CallPage.LIST),
                new Crumb(
                        call.number()
                                .map(it -> pages.say("spaces.call.called", it))
                                .orElseGet(() -> pages.say("spaces.call.draft")),
                        path(call)));
    }

    private static ActForm extension(Call call, Map<String, String> typed) {
        return form(call, "extension", typed)
                .ask(Part.typed("until", "datetime-local").must())
                .ask(Part.typed("reason", "textarea").must());
    }

    private static ActForm cancellation(Call call, Map<String, String> typed) {
        return form(call, "cancellation", typed)
                .ask(Part.typed("reason", "textarea").must());
    }

    private static ActForm form(Call call, String act, Map<String, String> typed) {
        return ActForm.of("spaces.call." + act, path(call) + "/" + act, path(call), typed);
    }

    private static String path(Call call) {
        return CallPage.LIST + "/" + call.id();
    }

    private Call open(UUID id, Actor actor) {
        return calls.find(new CallId(id), actor, Code.MANAGE_CALLS)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
