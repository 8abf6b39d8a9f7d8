package ma.qutb.materials.counter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of sales. */
@Controller
class SalesController {

    private final Lists lists;
    private final RecordList sales;

    SalesController(Lists lists, @Qualifier("salesRecordList") RecordList sales) {
        this.lists = lists;
        this.sales = sales;
    }

    @GetMapping("/app/sales")
    @PreAuthorize("hasAuthority('" + Code.SEE + "')")
    ModelAndView sales(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("shell/list/page").addObject("list", lists.open(sales, request, response));
    }
}
