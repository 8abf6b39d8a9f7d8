package ma.qutb.shell.list;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One address for the files of all lists, and for how many records they have. */
@Controller
class ListFileController {

    private final ListFiles files;
    private final Lists lists;

    ListFileController(ListFiles files, Lists lists) {
        this.files = files;
        this.lists = lists;
    }

    @GetMapping("/app/lists/{name:[a-z_0-9]+}/count")
    ModelAndView count(@PathVariable String name, HttpServletRequest request) {
        var list = files.named(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("shell/list/count", "total", lists.countAll(list, request));
    }

    @GetMapping("/app/lists/{name:[a-z_0-9]+}.{format:csv|xlsx}")
    void file(
            @PathVariable String name,
            @PathVariable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var list = files.named(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        files.write(list, format, request, response);
    }
}
