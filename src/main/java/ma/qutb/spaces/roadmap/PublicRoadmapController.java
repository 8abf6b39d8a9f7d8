package ma.qutb.spaces.roadmap;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What everybody may know of the roadmap: how many premises stand where, and which ones have opened. */
@Controller
class PublicRoadmapController {

    private final Board board;

    PublicRoadmapController(Board board) {
        this.board = board;
    }

    @GetMapping("/{language:ar|fr|en|es|zgh}/premises")
    ModelAndView show() {
        boolean demonstration = !board.real();
        return new ModelAndView("spaces/roadmap/public")
                .addObject(
                        "it",
                        new Whole(
                                board.cards(Optional.empty(), demonstration),
                                board.quarters(Optional.empty(), demonstration),
                                demonstration));
    }
}
