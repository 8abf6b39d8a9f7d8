package ma.qutb.registry.privacy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.shell.Toast;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue of requests about personal data. */
@Controller
@RequestMapping("/app/privacy/requests")
@PreAuthorize("hasAuthority('" + Code.ANSWER_REQUESTS + "')")
class RequestController {

    private final AnsweringRequests answering;
    private final PeopleInReach people;
    private final Lists lists;
    private final RecordList list;
    private final JdbcClient database;

    RequestController(
            AnsweringRequests answering,
            PeopleInReach people,
            Lists lists,
            @Qualifier("privacyRequestList") RecordList list,
            JdbcClient database) {
        this.answering = answering;
        this.people = people;
        this.lists = lists;
        this.list = list;
        this.database = database;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("registry/privacy/requests").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/new")
    ModelAndView form() {
        return new ModelAndView("registry/privacy/new").addObject("form", RequestForm.empty("ACCESS"));
    }

    @PostMapping
    ModelAndView receive(@ModelAttribute("form") RequestForm form, BindingResult errors) {
        try {
            var language =
                    Language.of(LocaleContextHolder.getLocale().getLanguage()).orElse(Language.AR);
            var taken = answering.receive(form.asked(), form.came(), form.asker(), form.said(), language);
            return new ModelAndView("redirect:/app/privacy/requests/" + taken.id());
        } catch (Refusal refusal) {
            errors.reject(refusal.code(), refusal.getArguments(), null);
            return new ModelAndView("registry/privacy/new", HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("form", form)
                    .addObject("errors", errors);
        }
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return page(inReach(id, actor), actor);
    }

    @PostMapping("/{id}/person")
    ModelAndView concerns(
            @PathVariable UUID id,
            @RequestParam String number,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return act(id, actor, redirect, () -> answering.concerns(id, record(number, actor)));
    }

    @PostMapping("/{id}/identity")
    ModelAndView identified(
            @PathVariable UUID id,
            @RequestParam IdentityCheck check,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return act(id, actor, redirect, () -> answering.identified(id, check, actor));
    }

    @PostMapping("/{id}/withdrawal")
    ModelAndView withdraw(@PathVariable UUID id, @AuthenticationPrincipal Actor actor, RedirectAttributes redirect) {
        return act(id, actor, redirect, () -> answering.withdrawAll(id, actor));
    }

    @PostMapping("/{id}/answer")
    ModelAndView answer(
            @PathVariable UUID id,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") String answer,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        return act(id, actor, redirect, () -> {
            if (outcome.equals("refused")) {
                answering.refuse(id, answer, actor);
            } else {
                answering.answer(id, answer, actor);
            }
        });
    }

    private ModelAndView act(UUID id, Actor actor, RedirectAttributes redirect, Runnable act) {
        var request = inReach(id, actor);
        try {
            act.run();
            Toast.ok(redirect, "shell.toast.saved");
            return new ModelAndView("redirect:/app/privacy/requests/" + id);
        } catch (Refusal refusal) {
            var page = page(request, actor).addObject("refusal", refusal);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView page(PrivacyRequest request, Actor actor) {
        var person = request.person();
        return new ModelAndView("registry/privacy/request")
                .addObject("request", request)
                .addObject("person", person == null ? null : people.find(person.value(), Code.ANSWER_REQUESTS, actor))
                .addObject("candidates", person == null ? candidates(request, actor) : List.of());
    }

    private PrivacyRequest inReach(UUID id, Actor actor) {
        var request = answering.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var person = request.person();
        if (person != null) {
            people.find(person.value(), Code.ANSWER_REQUESTS, actor);
        }
        return request;
    }

    /** Records with the telephone of the one who asks. */
    private List<People.Summary> candidates(PrivacyRequest request, Actor actor) {
        var phone = request.asker().phone();
        return phone == null
                ? List.of()
                : database.sql("""
                                select id from registry.person
                                where phone = :phone and merged_into is null and anonymised_at is null limit 5
                                """).param("phone", phone.value()).query(UUID.class).list().stream()
                        .filter(it -> people.covers(it, Code.ANSWER_REQUESTS, actor))
                        .map(it -> people.find(it, Code.ANSWER_REQUESTS, actor))
                        .toList();
    }

    private PersonId record(@Nullable String number, Actor actor) {
        var digits = ma.qutb.registry.writing.Writing.digits(number == null ? "" : number, 15);
        return database.sql("""
                        select id from registry.person
                        where number = cast(nullif(:number, '') as bigint) and merged_into is null and anonymised_at is null
                        """)
                .param("number", digits)
                .query(UUID.class)
                .optional()
                .filter(it -> people.covers(it, Code.ANSWER_REQUESTS, actor))
                .map(PersonId::new)
                .orElseThrow(() -> new Refusal("registry.privacy.refusal.no-such-record"));
    }
}
