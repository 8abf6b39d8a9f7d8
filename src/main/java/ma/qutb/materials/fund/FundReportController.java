package ma.qutb.materials.fund;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import ma.qutb.documents.Documents;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.documents.PrintAnswer;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Fund;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.fund.ReportPeriod.Length;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reports of a fund: for whoever sees the fund, its partners too. */
@Controller
@RequestMapping("/app/funds/{id}/reports")
@PreAuthorize("hasAuthority('" + Code.SEE_FUND + "')")
class FundReportController {

    private final OpenFunds funds;
    private final IssuingReports issuing;
    private final Documents documents;
    private final Clock clock;

    FundReportController(OpenFunds funds, IssuingReports issuing, Documents documents, Clock clock) {
        this.funds = funds;
        this.issuing = issuing;
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var today = LocalDate.now(clock);
        var form = new ReportForm(
                Length.MONTH.code(),
                // What is asked for most is the month that is over.
                today.minusMonths(1).toString(),
                today.toString(),
                "",
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        return page(funds.open(id, actor), form, null);
    }

    @PostMapping
    ModelAndView issue(
            @PathVariable UUID id,
            @ModelAttribute ReportForm form,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var fund = funds.open(id, actor);
        IssuedDocument issued;
        try {
            issued = issuing.issue(fund, form.period(), form.asOf(clock), actor);
        } catch (Refusal refusal) {
            return page(fund, form, refusal);
        }
        Toast.ok(redirect, "materials.report.issued", issued.number());
        return new ModelAndView("redirect:" + path(fund) + "#report-" + issued.number());
    }

    @GetMapping("/{document}/{form:[a-z]+}.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable UUID id,
            @PathVariable UUID document,
            @PathVariable String form,
            @AuthenticationPrincipal Actor actor) {
        var report = issuing.of(funds.open(id, actor)).stream()
                .filter(it -> it.id().value().equals(document))
                .findFirst()
                .orElseThrow(FundReportController::notFound);
        return PrintAnswer.of(documents, report, form);
    }

    private ModelAndView page(Fund fund, ReportForm form, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "materials/fund/reports", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("fund", fund)
                .addObject("path", path(fund))
                .addObject("form", form)
                .addObject("reports", issuing.of(fund))
                .addObject("today", LocalDate.now(clock))
                .addObject("refusal", refusal);
    }

    private static String path(Fund fund) {
        return "/app/funds/" + fund.id() + "/reports";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
