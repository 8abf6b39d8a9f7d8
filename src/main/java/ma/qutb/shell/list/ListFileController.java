package ma.qutb.shell.list;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One address for the files of all lists. */
@Controller
class ListFileController {

    private final ListFiles files;

    ListFileController(ListFiles files) {
        this.files = files;
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
