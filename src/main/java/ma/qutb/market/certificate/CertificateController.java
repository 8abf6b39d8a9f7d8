package ma.qutb.market.certificate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.Files;
import ma.qutb.documents.StoredFile;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MakerId;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.pick.Picking;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Certificates of makers: noted from their papers, withdrawn with a reason. */
@Controller
@RequestMapping("/app/certificates")
@PreAuthorize("hasAuthority('" + Code.KEEP_CERTIFICATES + "')")
class CertificateController {

    private static final String HERE = "/app/certificates";
    private static final Map<String, String> FIELDS = Map.of(
            "market.certificate.refusal.name", "name",
            "market.certificate.refusal.level", "level",
            "market.certificate.refusal.dates", "last",
            "market.certificate.refusal.known", "number");

    private final Certificates certificates;
    private final CertificatePapers papers;
    private final Files files;
    private final Picking picking;
    private final People people;
    private final Organisations organisations;
    private final FormPages pages;
    private final Lists lists;
    private final RecordList list;

    CertificateController(
            Certificates certificates,
            CertificatePapers papers,
            Files files,
            Picking picking,
            People people,
            Organisations organisations,
            FormPages pages,
            Lists lists,
            @Qualifier("certificateRecordList") RecordList list) {
        this.certificates = certificates;
        this.papers = papers;
        this.files = files;
        this.picking = picking;
        this.people = people;
        this.organisations = organisations;
        this.pages = pages;
        this.lists = lists;
        this.list = list;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("market/certificate/list").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/new")
    ModelAndView begin(@AuthenticationPrincipal Actor actor) {
        return page(form(Map.of("from", pages.today()), holder(Map.of(), actor)));
    }

    @PostMapping("/new")
    ModelAndView note(
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "document-file", required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var holder = holder(typed, actor);
        var form = form(typed, holder);
        if (form.party("holder").isEmpty()) {
            form.need("holder");
        }
        form.needed("label");
        var level = form.value("level");
        var document = form.read(
                "document",
                () -> files.take(form.value("document"), file, papers, actor),
                Optional.<StoredFile>empty());
        var chosen = holder.chosen();
        var certificate = new Certificate(
                form.key(),
                Label.of(form.value("label")),
                form.line("name"),
                level.matches("[123]") ? Integer.valueOf(level) : null,
                form.needed("number"),
                chosen == null ? new MakerId(true, form.key()) : new MakerId(chosen.person(), chosen.id()),
                form.needed("issuer"),
                form.neededDay("from"),
                form.day("last").map(it -> it.plusDays(1)).orElse(null),
                document.map(it -> it.id().value()).orElse(null),
                "");
        return form.does(FIELDS, () -> certificates.note(certificate, Poster.of(actor)))
                ? FormPages.done(HERE + "/" + form.key(), redirect)
                : page(form);
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id) {
        return record(found(id), null);
    }

    @PostMapping("/{id}/withdrawal")
    ModelAndView withdraw(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        var certificate = found(id);
        try {
            certificates.withdraw(id, reason.strip());
            return FormPages.done(HERE + "/" + id, redirect);
        } catch (Refusal refusal) {
            return record(certificate, refusal);
        }
    }

    private Certificate found(UUID id) {
        return certificates.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView record(Certificate certificate, @Nullable Refusal refusal) {
        return new ModelAndView(
                        "market/certificate/record", refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("it", certificate)
                .addObject("holder", name(certificate.holder()).orElse(null))
                .addObject("refusal", refusal);
    }

    private Optional<LocalName> name(MakerId holder) {
        return holder.person()
                ? people.find(new PersonId(holder.value())).map(People.Summary::name)
                : organisations.find(new OrganisationId(holder.value())).map(Organisations.Summary::name);
    }

    private PickField holder(Map<String, String> typed, Actor actor) {
        return picking.read(
                PickField.party("holder"),
                typed.getOrDefault("holder", ""),
                typed.getOrDefault("holderTyped", ""),
                actor);
    }

    private ActForm form(Map<String, String> typed, PickField holder) {
        var labels = Label.codes().stream()
                .map(it -> new Choice(it, pages.say("market.label." + it)))
                .toList();
        var levels = List.of(new Choice("1", "1"), new Choice("2", "2"), new Choice("3", "3"));
        return ActForm.of("market.certificate.form", HERE + "/new", HERE, typed)
                .ask(Part.pick(holder).must())
                .ask(Part.choice("label", labels).must())
                .ask(Part.choice("level", levels))
                .ask(Part.typed("name", "text"))
                .ask(Part.typed("number", "text").must())
                .ask(Part.typed("issuer", "text").must())
                .ask(Part.typed("from", "date").must())
                .ask(Part.typed("last", "date"))
                .ask(Part.file("document", papers));
    }

    private ModelAndView page(ActForm form) {
        return pages.page(form, false, new Crumb(pages.say("market.certificates.title"), HERE));
    }
}
