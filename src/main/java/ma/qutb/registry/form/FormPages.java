package ma.qutb.registry.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.FilePurpose;
import ma.qutb.documents.Files;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.Texts;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.StandardMultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/** Draws forms, and takes the files that came with them. */
@Component
public class FormPages {

    private final Files files;
    private final Texts texts;
    private final Clock clock;

    FormPages(Files files, Texts texts, Clock clock) {
        this.files = files;
        this.texts = texts;
        this.clock = clock;
    }

    /** The language of the reader. */
    public static Language language() {
        return Language.of(LocaleContextHolder.getLocale().getLanguage()).orElse(Language.AR);
    }

    /**
     * The page of a form; what was refused is told with 422.
     *
     * @param crumbs the pages above it
     */
    public ModelAndView page(ActForm form, boolean demonstration, Crumb... crumbs) {
        return new ModelAndView("registry/form/act", form.refused() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("form", form)
                .addObject("demonstration", demonstration)
                .addObject("above", List.of(crumbs));
    }

    /** In the reader's language. */
    public String say(String key, Object... arguments) {
        return texts.say(language(), key, arguments);
    }

    /** As browsers send a day. */
    public String today() {
        return LocalDate.now(clock).toString();
    }

    /** The page to go to when it is done, which then says so. */
    public static ModelAndView done(String path, RedirectAttributes redirect) {
        Toast.ok(redirect, "shell.toast.saved");
        return new ModelAndView("redirect:" + path);
    }

    /** The file sent in a field of the form, or nothing. */
    public Optional<UUID> file(ActForm form, String field, FilePurpose purpose, Actor actor) {
        return form.read(
                field,
                () -> files.take(form.value(field), sent(field + "-file"), purpose, actor)
                        .map(it -> it.id().value()),
                Optional.empty());
    }

    /** Where there is no script the file comes with the form; the request is still as the container gave it, its parts unread. */
    private static @Nullable MultipartFile sent(String name) {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        var several = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (several == null
                && request.getContentType() != null
                && request.getContentType().startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            several = new StandardMultipartHttpServletRequest(request);
        }
        return several == null ? null : several.getFile(name);
    }
}
