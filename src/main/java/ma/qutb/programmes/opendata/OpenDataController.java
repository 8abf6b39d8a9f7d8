package ma.qutb.programmes.opendata;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Language;
import ma.qutb.programmes.fact.FactTables;
import ma.qutb.programmes.fact.Facts;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Open data: the list of tables, what their columns mean, and the files. */
@Controller
@RequestMapping("/{language:ar|fr|en|es|zgh}/data")
class OpenDataController {

    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic().mustRevalidate();

    private final OpenFiles files;
    private final Facts facts;

    OpenDataController(OpenFiles files, Facts facts) {
        this.files = files;
        this.facts = facts;
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("programmes/data/list")
                .addObject("tables", FactTables.ALL)
                .addObject("facts", facts);
    }

    @GetMapping("/dictionary")
    ModelAndView dictionary() {
        return new ModelAndView("programmes/data/dictionary").addObject("tables", tables());
    }

    private List<OpenTable> tables() {
        return FactTables.ALL.stream().map(it -> new OpenTable(it, facts)).toList();
    }

    /** @param headings {@code ar}, {@code fr} or {@code en}; anything else gives the stable names */
    @GetMapping("/{table}.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String table, @RequestParam(defaultValue = "") String headings, WebRequest request) {
        var words = Language.of(headings).filter(Language::complete).orElse(null);
        return answer(files.csv(named(table), words), table + ".csv", "text/csv;charset=UTF-8", request);
    }

    @GetMapping("/{table}.json")
    ResponseEntity<byte[]> json(@PathVariable String language, @PathVariable String table, WebRequest request) {
        var reader = Language.of(language).orElse(Language.AR);
        return answer(files.json(named(table), reader), table + ".json", "application/json", request);
    }

    private OpenTable named(String name) {
        return FactTables.named(name)
                .map(it -> new OpenTable(it, facts))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> answer(
            OpenFiles.OpenFile file, String name, String type, WebRequest request) {
        boolean known = Optional.ofNullable(request.getHeader(HttpHeaders.IF_NONE_MATCH))
                .filter(it -> it.contains(file.print()))
                .isPresent();
        var answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .cacheControl(AN_HOUR)
                .eTag(file.print())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        if (known) {
            return answer.build();
        }
        return answer.contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("qutb-" + name)
                                .build()
                                .toString())
                .body(file.content());
    }
}
