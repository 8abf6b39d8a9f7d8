package ma.qutb.registry.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the pole does with people's data, their rights, and the form to use them. */
@Controller
@RequestMapping("/{language:ar|fr|en|es|zgh}/privacy")
class PrivacyPageController {

    /** From one network address in an hour; a household or a café has one address. */
    private static final int MOST_REQUESTS = 10;

    private final AnsweringRequests answering;
    private final Terms terms;
    private final Clock clock;
    private final Cache<String, AtomicInteger> received = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(10_000)
            .build();

    PrivacyPageController(AnsweringRequests answering, Terms terms, Clock clock) {
        this.answering = answering;
        this.terms = terms;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String received, @RequestParam(defaultValue = "") String kind) {
        return page(RequestForm.empty(kind)).addObject("received", received.matches("\\d{1,12}") ? received : null);
    }

    @PostMapping("/requests")
    ModelAndView ask(
            @PathVariable String language,
            @ModelAttribute("form") RequestForm form,
            BindingResult errors,
            HttpServletRequest request) {
        try {
            if (form.fromMachine()
                    || received.get(request.getRemoteAddr(), it -> new AtomicInteger())
                                    .incrementAndGet()
                            > MOST_REQUESTS) {
                throw new Refusal("registry.privacy.refusal.too-many");
            }
            var taken = answering.receive(
                    form.asked(),
                    Channel.WEB,
                    form.asker(),
                    form.said(),
                    Language.of(language).orElseThrow());
            return new ModelAndView("redirect:/" + language + "/privacy?received=" + taken.number());
        } catch (Refusal refusal) {
            errors.reject(refusal.code(), refusal.getArguments(), null);
            var page = page(form).addObject("errors", errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView page(RequestForm form) {
        return new ModelAndView("registry/privacy/page")
                .addObject("form", form)
                .addObject("terms", terms.on(LocalDate.now(clock)));
    }
}
