package ma.qutb.materials.fund;

import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.MaterialsPermission.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What would become of a fund: the whole page, or while one tries values only what follows from them. */
@Controller
@RequestMapping("/app/funds/{id}/simulator")
@PreAuthorize("hasAuthority('" + Code.SEE_FUND + "')")
class SimulatorController {

    private final OpenFunds funds;
    private final ReadingFund reading;

    SimulatorController(OpenFunds funds, ReadingFund reading) {
        this.funds = funds;
        this.reading = reading;
    }

    @GetMapping
    ModelAndView simulate(
            @PathVariable UUID id,
            @ModelAttribute Suppositions typed,
            @RequestParam(defaultValue = "false") boolean example,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partial,
            @AuthenticationPrincipal Actor actor) {
        var fund = funds.open(id, actor);
        var form = example ? Suppositions.example() : typed.empty() ? Suppositions.of(reading.read(fund)) : typed;
        List<Simulation.Month> months = List.of();
        @Nullable Refusal refusal = null;
        try {
            months = Simulation.of(form.read());
        } catch (Refusal refused) {
            refusal = refused;
        }
        // htmx draws an answer of 2xx only.
        return new ModelAndView(
                        partial ? "materials/fund/_simulated" : "materials/fund/simulator",
                        refusal == null || partial ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("fund", fund)
                .addObject("form", form)
                .addObject("months", months)
                .addObject("refusal", refusal);
    }
}
