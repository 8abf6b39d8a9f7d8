package ma.qutb.identity.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The trail for auditors: search, and one entry with what stood before and after. */
@Controller
@RequestMapping("/app/audit")
@PreAuthorize("hasAuthority('identity.see-audit')")
class AuditController {

    private final Lists lists;
    private final RecordList list;
    private final AuditEntries entries;

    AuditController(Lists lists, @Qualifier("auditList") RecordList list, AuditEntries entries) {
        this.lists = lists;
        this.list = list;
        this.entries = entries;
    }

    @GetMapping
    ModelAndView search(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("shell/list/page", "list", lists.open(list, request, response));
    }

    @GetMapping("/{id}")
    ModelAndView entry(@PathVariable long id) {
        return new ModelAndView(
                "identity/audit/entry",
                "entry",
                entries.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
