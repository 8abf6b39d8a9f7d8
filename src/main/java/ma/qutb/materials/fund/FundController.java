package ma.qutb.materials.fund;

import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.ledger.JournalGlance;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.fund.FundSheet.Figure;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Funds, the page of one, and the accounts behind each of its figures. */
@Controller
@RequestMapping("/app/funds")
@PreAuthorize("hasAuthority('" + Code.SEE_FUND + "')")
class FundController {

    private static final int LATEST = 5;
    private static final int YEAR = 12;

    private final OpenFunds funds;
    private final ReadingFund reading;
    private final GaugeAlarms alarms;
    private final JournalGlance journal;

    FundController(OpenFunds funds, ReadingFund reading, GaugeAlarms alarms, JournalGlance journal) {
        this.funds = funds;
        this.reading = reading;
        this.alarms = alarms;
        this.journal = journal;
    }

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal Actor actor) {
        var seen = funds.all(actor);
        return seen.size() == 1
                ? new ModelAndView("redirect:/app/funds/" + seen.getFirst().id())
                : new ModelAndView("materials/fund/list")
                        .addObject("sheets", seen.stream().map(reading::read).toList());
    }

    @GetMapping("/{id}")
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String months,
            @AuthenticationPrincipal Actor actor) {
        var fund = funds.open(id, actor);
        return new ModelAndView("materials/fund/show")
                .addObject("sheet", reading.read(fund))
                .addObject("alarms", alarms.open(fund.id()))
                .addObject("points", funds.points(fund))
                .addObject("months", months.equals("all") ? Integer.MAX_VALUE : YEAR)
                .addObject("latest", journal.latest(fund.book(), LATEST))
                .addObject("proved", journal.proved().orElse(null));
    }

    @GetMapping("/{id}/figures/{figure}")
    ModelAndView figure(@PathVariable UUID id, @PathVariable String figure, @AuthenticationPrincipal Actor actor) {
        var fund = funds.open(id, actor);
        var asked = Figure.of(figure).orElseThrow(FundController::notFound);
        return new ModelAndView("materials/fund/figure")
                .addObject("sheet", reading.read(fund))
                .addObject("figure", asked);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
