package ma.qutb.shell.home;

import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Language;
import ma.qutb.shell.HomeFacts;
import ma.qutb.shell.HomeNotice;
import ma.qutb.shell.HomeShelf;
import ma.qutb.shell.HomeSum;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What everybody sees first. */
@Controller
class HomeController {

    private final ObjectProvider<HomeFacts> facts;
    private final ObjectProvider<HomeSum> sums;
    private final ObjectProvider<HomeShelf> shelves;
    private final List<HomeNotice> notices;

    HomeController(
            ObjectProvider<HomeFacts> facts,
            ObjectProvider<HomeSum> sums,
            ObjectProvider<HomeShelf> shelves,
            List<HomeNotice> notices) {
        this.facts = facts;
        this.sums = sums;
        this.shelves = shelves;
        this.notices = notices;
    }

    @GetMapping("/{language:ar|fr|en|es|zgh}")
    ModelAndView show(@PathVariable String language) {
        return new ModelAndView("shell/home/home")
                .addObject("facts", Optional.ofNullable(facts.getIfAvailable()))
                .addObject(
                        "goods",
                        Optional.ofNullable(shelves.getIfAvailable())
                                .map(it -> it.newest(Language.of(language).orElseThrow()))
                                .orElse(List.of()))
                .addObject(
                        "notices",
                        notices.stream()
                                .flatMap(it -> it.now(Language.of(language).orElseThrow()).stream())
                                .toList())
                .addObject(
                        "paid",
                        Optional.ofNullable(sums.getIfAvailable())
                                .map(HomeSum::paidToMakers)
                                .orElse(0L));
    }
}
