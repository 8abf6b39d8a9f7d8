package ma.qutb.spaces.call;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import ma.qutb.spaces.SpacesPermission.Code;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The list of calls and the page of each, for staff. */
@Controller
@RequestMapping(CallPage.LIST)
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class CallController {

    private final RecordList list;
    private final Lists lists;
    private final Calls calls;
    private final ReadingCalls reading;

    CallController(@Qualifier("listOfCalls") RecordList list, Lists lists, Calls calls, ReadingCalls reading) {
        this.list = list;
        this.lists = lists;
        this.calls = calls;
        this.reading = reading;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("spaces/call/list").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var call = calls.find(new CallId(id), actor, Code.SEE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("spaces/call/show").addObject("it", reading.page(call));
    }
}
