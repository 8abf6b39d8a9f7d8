package ma.qutb.shell.home;

import java.util.Optional;
import ma.qutb.shell.HomeFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What everybody sees first. */
@Controller
class HomeController {

    private final ObjectProvider<HomeFacts> facts;

    HomeController(ObjectProvider<HomeFacts> facts) {
        this.facts = facts;
    }

    @GetMapping("/{language:ar|fr|en|es|zgh}")
    ModelAndView show() {
        return new ModelAndView("shell/home/home").addObject("facts", Optional.ofNullable(facts.getIfAvailable()));
    }
}
