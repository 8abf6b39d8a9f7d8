package ma.qutb.registry.organisation;

import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.photo.PictureChange;
import ma.qutb.registry.photo.PictureField;
import ma.qutb.registry.photo.PictureForm;
import ma.qutb.registry.photo.ReadingPictures;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An organisation's logo or picture by itself, reached from its page: a new one, another one, none. */
@Controller
@RequestMapping("/app/organisations/{id}/picture")
@PreAuthorize("hasAuthority('" + Code.EDIT_ORGANISATIONS + "')")
class OrganisationPictureController {

    private final OrganisationFile file;
    private final RegisteringOrganisations registering;
    private final ReadingPictures pictures;

    OrganisationPictureController(
            OrganisationFile file, RegisteringOrganisations registering, ReadingPictures pictures) {
        this.file = file;
        this.registering = registering;
        this.pictures = pictures;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var organisation = open(id, actor);
        return page(organisation, pictures.ofOrganisation(organisation.photo()));
    }

    @PostMapping
    ModelAndView change(
            @PathVariable UUID id,
            @ModelAttribute PictureForm form,
            @RequestParam(name = "photo-file", required = false) @Nullable MultipartFile photoFile,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var organisation = open(id, actor);
        var picture = pictures.ofOrganisation(form, photoFile, organisation.photo(), actor);
        if (picture.refused()) {
            return page(organisation, picture);
        }
        if (!picture.change().equals(PictureChange.STAYS)) {
            registering.showPicture(new OrganisationId(id), picture.change(), actor);
            Toast.ok(redirect, "shell.toast.saved");
        }
        return new ModelAndView("redirect:" + organisation.path(""));
    }

    private static ModelAndView page(OrganisationPage organisation, PictureField picture) {
        return new ModelAndView(
                        "registry/organisation/picture",
                        picture.refused() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("organisation", organisation)
                .addObject("picture", picture);
    }

    private OrganisationPage open(UUID id, Actor actor) {
        return file.open(id, actor, Code.EDIT_ORGANISATIONS)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
