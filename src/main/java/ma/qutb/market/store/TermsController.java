package ma.qutb.market.store;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The terms of sale at a distance, as law 31-08 asks: who sells, how it comes, how it goes back. */
@Controller
class TermsController {

    private final Seller seller;

    TermsController(Seller seller) {
        this.seller = seller;
    }

    @GetMapping("/{language:ar|fr|en|es|zgh}/terms")
    ModelAndView terms() {
        return new ModelAndView("market/store/terms").addObject("seller", seller);
    }
}
