package ma.qutb.shell.home;

import java.util.Optional;
import ma.qutb.shell.HomeFacts;
import ma.qutb.shell.HomeSum;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What everybody sees first. */
@Controller
class HomeController {

    private final ObjectProvider<HomeFacts> facts;
    private final ObjectProvider<HomeSum> sums;

    HomeController(ObjectProvider<HomeFacts> facts, ObjectProvider<HomeSum> sums) {
        this.facts = facts;
        this.sums = sums;
    }

    @GetMapping("/{language:ar|fr|en|es|zgh}")
    ModelAndView show() {
        return new ModelAndView("shell/home/home")
                .addObject("facts", Optional.ofNullable(facts.getIfAvailable()))
                .addObject(
                        "paid",
                        Optional.ofNullable(sums.getIfAvailable())
                                .map(HomeSum::paidToMakers)
                                .orElse(0L));
    }
}
