package ma.qutb.market.payment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.shell.Toast;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What acquirers say they sent to the bank: files taken in, and each of their lines. */
@Controller
@RequestMapping("/app/settlements")
class SettlementController {

    private static final long LARGEST = 5_000_000;

    private final MatchingSettlements matching;
    private final List<Acquirer> acquirers;
    private final Lists lists;
    private final RecordList list;

    SettlementController(
            MatchingSettlements matching,
            List<Acquirer> acquirers,
            Lists lists,
            @Qualifier("settlementRecordList") RecordList list) {
        this.matching = matching;
        this.acquirers = acquirers;
        this.lists = lists;
        this.list = list;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('" + Code.SEE_PAYMENTS + "')")
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return page(request, response, null);
    }

    /** From an entry of the ledger back to where its file is. */
    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('" + Code.SEE_PAYMENTS + "')")
    String one(@PathVariable String id) {
        return "redirect:/app/settlements";
    }

    @PostMapping
    @PreAuthorize("hasAuthority('" + Code.TAKE_PAYMENTS + "')")
    ModelAndView take(
            @RequestParam String acquirer,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        try {
            if (file == null || file.isEmpty() || file.getSize() > LARGEST || !known(acquirer)) {
                throw new Refusal("market.payment.refusal.no-settlement");
            }
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            matching.take(acquirer, name, file.getBytes(), Poster.of(actor));
            Toast.ok(redirect, "shell.toast.saved");
            return new ModelAndView("redirect:/app/settlements");
        } catch (Refusal refusal) {
            return page(request, response, refusal);
        }
    }

    private boolean known(String code) {
        return acquirers.stream().anyMatch(it -> it.code().equals(code));
    }

    private ModelAndView page(HttpServletRequest request, HttpServletResponse response, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "market/payment/settlements",
                        refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("list", lists.open(list, request, response))
                .addObject("acquirers", acquirers.stream().map(Acquirer::code).toList())
                .addObject("refusal", refusal);
    }
}
