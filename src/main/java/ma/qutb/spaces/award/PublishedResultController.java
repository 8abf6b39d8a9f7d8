package ma.qutb.spaces.award;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ma.qutb.spaces.call.Calls;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What anybody may read and download: the promise before the ceremony, then the whole draw and the result by numbers. */
@Controller
class PublishedResultController {

    private static final String CALL = "/{language:ar|fr|en|es|zgh}/calls/{number:[0-9]{4}-[0-9]{2,4}}";

    private final Calls calls;
    private final AwardTable awards;
    private final ReadingResults reading;

    PublishedResultController(Calls calls, AwardTable awards, ReadingResults reading) {
        this.calls = calls;
        this.awards = awards;
        this.reading = reading;
    }

    @GetMapping(CALL + "/result")
    ModelAndView result(@PathVariable String number) {
        var call = calls.called(number).orElseThrow(PublishedResultController::notFound);
        var run = awards.published(call.id());
        return new ModelAndView("spaces/award/open")
                .addObject("call", call)
                .addObject("run", run.orElse(null))
                .addObject("draws", awards.draws(call.id()))
                .addObject("lines", run.map(reading::table).orElse(List.of()));
    }

    @GetMapping(CALL + "/draw/{sequence:[0-9]{1,3}}/{file:list|commitment|seed|result}.txt")
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable int sequence, @PathVariable String file) {
        var name = file + ".txt";
        var text = calls.called(number).stream()
                .flatMap(it -> awards.draws(it.id()).stream())
                .filter(it -> it.sequence() == sequence)
                .flatMap(it -> it.file(name).stream())
                .findFirst()
                .orElseThrow(PublishedResultController::notFound);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
