package ma.qutb.market.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.market.MakerId;
import ma.qutb.market.Product;
import ma.qutb.market.ProductId;
import ma.qutb.market.making.PiecePhotos;
import ma.qutb.market.product.Silver;
import ma.qutb.market.product.Size;
import ma.qutb.market.taxonomy.Taxonomy;
import ma.qutb.market.taxonomy.Taxonomy.Words;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Purchases;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for all of a product on one page, and reads it. */
@Component
class ProductEntryForm {

    private static final String SILVER = "SILVER";
    private static final List<Integer> FINENESS = List.of(999, 950, 925, 900, 800);

    private final Taxonomy taxonomy;
    private final Crafts crafts;
    private final Purchases purchases;
    private final PiecePhotos photos;
    private final FormPages pages;

    ProductEntryForm(Taxonomy taxonomy, Crafts crafts, Purchases purchases, PiecePhotos photos, FormPages pages) {
        this.taxonomy = taxonomy;
        this.crafts = crafts;
        this.purchases = purchases;
        this.photos = photos;
        this.pages = pages;
    }

    ActForm of(MakerId maker, String action, String back, Map<String, String> typed) {
        var form = ActForm.of("market.entry", action, back, typed)
                .ask(Part.file("photo", photos).must())
                .ask(Part.choice("article", articles()).must())
                .ask(Part.choice("material", words(Words.MATERIAL)).must())
                .ask(Part.choice("technique", words(Words.TECHNIQUE)))
                .ask(Part.choice("motif", words(Words.MOTIF)))
                .ask(Part.choice("colour", words(Words.COLOUR)))
                .ask(Part.typed("weight", "decimal").in(pages.say("market.my.gram")))
                .ask(Part.choice(
                        "fineness",
                        FINENESS.stream()
                                .map(it -> new Choice(String.valueOf(it), String.valueOf(it)))
                                .toList()))
                .ask(Part.choice("hallmark", coded("market.hallmark", "yes", "pending", "no")));
        var lots = bought(maker);
        if (!lots.isEmpty()) {
            form.ask(Part.choice(
                    "lot",
                    lots.stream()
                            .map(it -> new Choice(it.lot().value().toString(), it.number()))
                            .toList()));
        }
        var centimetres = pages.say("market.my.cm");
        for (var side : List.of("width", "height", "depth")) {
            form.ask(Part.typed(side, "decimal").in(centimetres));
        }
        var dirhams = pages.say("shell.unit.dirham");
        return form.ask(Part.typed("label", "text"))
                .ask(Part.cards("kind", coded("market.kind", "unique", "series", "to_order"))
                        .must())
                .ask(Part.typed("quantity", "number"))
                .ask(Part.typed("days", "number").in(pages.say("market.my.day")))
                .ask(Part.typed("price", "decimal").must().in(dirhams))
                .ask(Part.typed("cost", "decimal").in(dirhams))
                .ask(Part.typed("hours", "number").must().in(pages.say("market.my.hour")));
    }

    /** What was typed; what is wrong with it stands in the form. */
    Entered read(ActForm form, MakerId maker, boolean demonstration, @Nullable UUID photo) {
        if (photo == null) {
            form.need("photo");
        }
        boolean silver = form.value("material").equals(SILVER);
        var weight = weight(form);
        var kind = Stream.of(Product.Kind.values())
                .filter(it -> it.code().equals(form.value("kind")))
                .findFirst()
                .orElse(Product.Kind.UNIQUE);
        return new Entered(
                new ProductId(form.key()),
                maker,
                demonstration,
                photo,
                form.needed("article"),
                form.needed("material"),
                chosen(form, "technique"),
                chosen(form, "motif"),
                Optional.ofNullable(chosen(form, "colour")).stream().toList(),
                silver ? silver(form, maker, weight) : null,
                new Size(
                        millimetres(form, "width"),
                        millimetres(form, "height"),
                        millimetres(form, "depth"),
                        form.line("label"),
                        weight),
                kind,
                kind == Product.Kind.SERIES ? small(form, "quantity") : 1,
                kind == Product.Kind.TO_ORDER ? Integer.valueOf(small(form, "days")) : null,
                form.neededMoney("price"),
                form.money("cost").orElse(0L),
                small(form, "hours"));
    }

    private Silver silver(ActForm form, MakerId maker, @Nullable Long weight) {
        if (weight == null) {
            form.need("weight");
        }
        var lot = bought(maker).stream()
                .filter(it -> it.lot().value().toString().equals(form.value("lot")))
                .findFirst();
        var fineness = lot.flatMap(Purchases.Purchase::fineness).orElseGet(() -> {
            var typed = form.needed("fineness");
            return Fineness.ofThousandths(FINENESS.stream()
                    .filter(it -> String.valueOf(it).equals(typed))
                    .findFirst()
                    .orElse(FINENESS.getLast()));
        });
        return new Silver(
                weight == null ? 1 : weight,
                fineness,
                lot.map(Purchases.Purchase::lot).orElse(null),
                switch (form.needed("hallmark")) {
                    case "yes" -> Silver.Hallmark.YES;
                    case "no" -> Silver.Hallmark.NO;
                    default -> Silver.Hallmark.PENDING;
                },
                "");
    }

    private List<Purchases.Purchase> bought(MakerId maker) {
        return maker.person() ? purchases.of(new PersonId(maker.value()), MaterialCode.SILVER) : List.of();
    }

    private static @Nullable Long weight(ActForm form) {
        return form.quantity("weight", 3).filter(it -> it > 0).orElse(null);
    }

    private static @Nullable Integer millimetres(ActForm form, String side) {
        return form.quantity(side, 1)
                .filter(it -> it > 0)
                .map(it -> (int) Math.min(it, 1_000_000))
                .orElse(null);
    }

    private static int small(ActForm form, String field) {
        return (int) Math.min(form.neededQuantity(field, 0), 1_000_000);
    }

    private static @Nullable String chosen(ActForm form, String field) {
        return form.value(field).isBlank() ? null : form.value(field);
    }

    private List<Choice> articles() {
        return taxonomy.articles().stream()
                .map(it -> Choice.under(
                        crafts.nameOf(it.family()).in(FormPages.language()),
                        it.code(),
                        it.name().in(FormPages.language())))
                .toList();
    }

    private List<Choice> words(Words of) {
        return taxonomy.all(of).stream()
                .map(it -> new Choice(it.code(), it.name().in(FormPages.language())))
                .toList();
    }

    private List<Choice> coded(String texts, String... codes) {
        return List.of(codes).stream()
                .map(it -> new Choice(it, pages.say(texts + "." + it)))
                .toList();
    }
}
