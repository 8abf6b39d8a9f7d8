package ma.qutb.market.passport;

import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.Catalogue;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.PieceId;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Tags of what the list of pieces shows, of those that passed inspection and can still be sold. */
@Controller
@PreAuthorize("hasAuthority('" + Code.INSPECT + "')")
class LabelController {

    /** Ten sheets: more at once is a slip. */
    private static final int MOST = 180;

    private final IssuingPassports passports;
    private final Catalogue catalogue;
    private final LabelSheets sheets;
    private final Territories territories;
    private final JdbcClient database;

    LabelController(
            IssuingPassports passports,
            Catalogue catalogue,
            LabelSheets sheets,
            Territories territories,
            JdbcClient database) {
        this.passports = passports;
        this.catalogue = catalogue;
        this.sheets = sheets;
        this.territories = territories;
        this.database = database;
    }

    @GetMapping("/app/pieces/labels/{form:a4|62}.pdf")
    ResponseEntity<byte[]> print(
            @PathVariable String form,
            @RequestParam(required = false) @Nullable UUID piece,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<String> state,
            @AuthenticationPrincipal Actor actor) {
        var tags = pieces(piece, place, q, state, actor).stream()
                .map(it -> passports.issue(new PieceId(it)))
                .map(it -> new LabelSheets.Tag(
                        it, catalogue.find(it.piece().product()).orElseThrow()))
                .toList();
        if (tags.isEmpty()) {
            throw new Refusal("market.passport.refusal.no-labels");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"labels-" + form + ".pdf\"")
                .body(form.equals("a4") ? sheets.a4(tags) : sheets.roll(tags));
    }

    private List<UUID> pieces(
            @Nullable UUID piece,
            @Nullable String place,
            @Nullable String q,
            @Nullable List<String> states,
            Actor actor) {
        var scope = territories
                .covered(actor.scopeOf(Code.INSPECT))
                .map(it -> it.stream().map(TerritoryCode::value).toArray(String[]::new));
        return database.sql("""
            select i.id from market.piece i join market.product p on p.id = i.product_id join market.maker k on k.id = p.maker_id
             where i.state in ('inspected', 'on_sale', 'held')
               and (cast(:piece as uuid) is null or i.id = :piece)
               and (cast(:place as text) is null or i.place_id::text = :place)
               and (cast(:states as text[]) is null or i.state = any (cast(:states as text[])))
               and (cast(:q as text) is null
                    or (i.serial || ' ' || p.title_ar || ' ' || p.title_fr || ' ' || p.title_en) ilike '%' || :q || '%')
               and (cast(:scope as text[]) is null or k.territories && cast(:scope as text[]))
             order by i.serial limit :most
            """)
                .param("piece", piece)
                .param("place", blank(place))
                .param("q", blank(q))
                .param("states", states == null || states.isEmpty() ? null : states.toArray(String[]::new))
                .param("scope", scope.orElse(null))
                .param("most", MOST)
                .query(UUID.class)
                .list();
    }

    private static @Nullable String blank(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
