package ma.qutb.materials.point;

import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SalePoints;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.shell.Crumb;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the forms about one sale point share: who may open them, the pages above them, where they lead when done. */
@Component
class PointForms {

    static final String LIST = "/app/materials/points";

    private final SalePoints points;
    private final FormPages pages;

    PointForms(SalePoints points, FormPages pages) {
        this.points = points;
        this.pages = pages;
    }

    /**
     * A form of the point, sent where it was asked for.
     *
     * @param act the end of its address
     */
    static ActForm form(String texts, SalePoint point, String act, Map<String, String> typed) {
        return ActForm.of(texts, path(point) + "/" + act, path(point), typed);
    }

    static ModelAndView done(SalePoint point, RedirectAttributes redirect) {
        return FormPages.done(path(point), redirect);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static String path(SalePoint point) {
        return LIST + "/" + point.id();
    }

    /** The point, if this person manages it. */
    SalePoint open(UUID id, Actor actor) {
        return points.find(new SalePointId(id), actor, Code.MANAGE_POINTS).orElseThrow(PointForms::notFound);
    }

    ModelAndView page(SalePoint point, ActForm form) {
        return pages.page(
                form,
                point.demonstration(),
                new Crumb(pages.say("materials.points.title"), LIST),
                new Crumb(point.name().in(FormPages.language()), path(point)));
    }
}
