package ma.qutb.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import ma.qutb.identity.account.Particulars;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages one-time links lead to. Looking at one uses nothing up: messengers look at links before people do. */
@Controller
class LinkController {

    private final OneTimeLinks links;
    private final SettingUp settingUp;
    private final OpeningSessions sessions;

    LinkController(OneTimeLinks links, SettingUp settingUp, OpeningSessions sessions) {
        this.links = links;
        this.settingUp = settingUp;
        this.sessions = sessions;
    }

    @GetMapping("/password/{token}")
    ModelAndView choose(@PathVariable String token) {
        return links.holder(token)
                .map(it -> page("identity/signin/password", LinkForm.of(token, it.userName(), it.displayName())))
                .orElseGet(LinkController::voidLink);
    }

    @PostMapping("/password/{token}")
    ModelAndView chosen(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var holder = links.holder(token);
        if (holder.isEmpty()) {
            return voidLink();
        }
        var form = LinkForm.of(token, holder.get().userName(), holder.get().displayName());
        try {
            var account = links.choosePassword(token, password);
            return sessions.openOrAskMore(account, Method.LINK, "", request, response);
        } catch (Refusal refusal) {
            return refused("identity/signin/password", form.with(refusal));
        }
    }

    @GetMapping("/set-up/{token}")
    ModelAndView setUp(@PathVariable String token) {
        return settingUp.good(token) ? page("identity/signin/set-up", LinkForm.of(token, "", "")) : voidLink();
    }

    @PostMapping("/set-up/{token}")
    ModelAndView setUp(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String userName,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!settingUp.good(token)) {
            return voidLink();
        }
        try {
            var language = Language.of(LocaleContextHolder.getLocale().getLanguage())
                    .filter(Language::complete)
                    .orElse(Language.AR);
            var who = Particulars.typed(userName, displayName, "", "", language, null);
            var account = settingUp.setUp(token, who, password);
            return sessions.openOrAskMore(account, Method.LINK, "", request, response);
        } catch (Refusal refusal) {
            return refused("identity/signin/set-up", new LinkForm(token, userName, displayName, refusal));
        }
    }

    private static ModelAndView page(String view, LinkForm form) {
        return new ModelAndView(view, "form", form);
    }

    private static ModelAndView refused(String view, LinkForm form) {
        var page = page(view, form);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView voidLink() {
        var page = new ModelAndView("identity/signin/void-link");
        page.setStatus(HttpStatus.GONE);
        return page;
    }
}
