package ma.qutb.spaces.call;

import java.time.Clock;
import ma.qutb.documents.Documents;
import ma.qutb.documents.PrintAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What everybody may read of calls: which there are, what each offers and asks, and its notice to print. */
@Controller
class PublicCallController {

    private static final String ADDRESS = "/{language:ar|fr|en|es|zgh}/calls";
    private static final int MOST = 60;

    private final Calls calls;
    private final ReadingCalls reading;
    private final CallNotices notices;
    private final Documents documents;
    private final Clock clock;

    PublicCallController(Calls calls, ReadingCalls reading, CallNotices notices, Documents documents, Clock clock) {
        this.calls = calls;
        this.reading = reading;
        this.notices = notices;
        this.documents = documents;
        this.clock = clock;
    }

    /** Those that are open or announced first. */
    @GetMapping(ADDRESS)
    ModelAndView list() {
        var now = clock.instant();
        return new ModelAndView("spaces/call/index")
                .addObject(
                        "calls",
                        calls.published().stream()
                                .sorted(java.util.Comparator.comparing(
                                        it -> !it.open(now) && it.state(now) != Call.State.ANNOUNCED))
                                .limit(MOST)
                                .map(reading::page)
                                .toList());
    }

    @GetMapping(ADDRESS + "/{number:[0-9]{4}-[0-9]{2,4}}")
    ModelAndView show(@PathVariable String number) {
        var call = find(number);
        return new ModelAndView("spaces/call/public")
                .addObject("it", reading.page(call))
                .addObject("printed", notices.of(call).isPresent());
    }

    @GetMapping(ADDRESS + "/{number:[0-9]{4}-[0-9]{2,4}}/notice-{form:ar|fr}.pdf")
    ResponseEntity<byte[]> notice(@PathVariable String number, @PathVariable String form) {
        var notice = notices.of(find(number)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return PrintAnswer.of(documents, notice, form);
    }

    private Call find(String number) {
        return calls.called(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
