package ma.qutb.materials.point;

import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The way to a page that every point has, such as its tills or its prices. */
@Component
public class PointDoor {

    private final SalePoints points;

    PointDoor(SalePoints points) {
        this.points = points;
    }

    /** The point; whoever may not do this there does not find it. */
    public SalePoint open(UUID point, Actor actor, String permission) {
        return points.find(new SalePointId(point), actor, permission)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * The page of the only point there is, or a choice.
     *
     * @param path where the pages of the points stand, each under its id
     * @param title message key
     */
    public ModelAndView choose(Actor actor, String permission, String path, String title, String icon) {
        var mine = points.all(actor, permission);
        return mine.size() == 1
                ? new ModelAndView("redirect:" + path + "/" + mine.getFirst().id())
                : new ModelAndView("materials/point/choose")
                        .addObject("points", mine)
                        .addObject("path", path)
                        .addObject("title", title)
                        .addObject("icon", icon);
    }
}
