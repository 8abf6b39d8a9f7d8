package ma.qutb.market.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.MakerId;
import ma.qutb.market.Piece;
import ma.qutb.market.Product;
import ma.qutb.market.ProductId;
import ma.qutb.market.product.DescribingProducts;
import ma.qutb.market.product.ProductPhotos;
import ma.qutb.market.product.ReviewingProducts;
import ma.qutb.market.product.Silver;
import ma.qutb.market.product.Size;
import ma.qutb.market.stock.KeepingPieces;
import ma.qutb.market.stock.PiecePlaces;
import ma.qutb.market.taxonomy.Article;
import ma.qutb.market.taxonomy.Taxonomy;
import ma.qutb.market.taxonomy.Taxonomy.Words;
import ma.qutb.market.taxonomy.Term;
import ma.qutb.materials.Fineness;
import ma.qutb.platform.PoleClock;
import ma.qutb.registry.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells how made-up makers offered their things, each told whole or not at all, the same ones every time. */
@Component
public class TellingTheCatalogue {

    static final Poster SELLER = new Poster("00000000-0000-7000-8000-00000000d003", "مريم ع. (للعرض)");

    private static final int LEAD_DAYS = 20;
    private static final long SEED = 20_260_104;
    private static final List<String> SIZES = List.of("", "", "S", "M", "L");

    private final DemonstrationMakers makers;
    private final DescribingProducts describing;
    private final ProductPhotos photos;
    private final ReviewingProducts reviewing;
    private final KeepingPieces pieces;
    private final ma.qutb.market.Catalogue catalogue;
    private final PiecePlaces places;
    private final Taxonomy taxonomy;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TellingTheCatalogue(
            DemonstrationMakers makers,
            DescribingProducts describing,
            ProductPhotos photos,
            ReviewingProducts reviewing,
            KeepingPieces pieces,
            ma.qutb.market.Catalogue catalogue,
            PiecePlaces places,
            Taxonomy taxonomy,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.makers = makers;
        this.describing = describing;
        this.photos = photos;
        this.reviewing = reviewing;
        this.pieces = pieces;
        this.catalogue = catalogue;
        this.places = places;
        this.taxonomy = taxonomy;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Tells a part of it once. What a later part offers is older than what the parts before it do.
     *
     * @param part the first, 0, also fills the artisan's account
     * @param many products
     * @return how many were told now
     */
    public int tell(int part, int many) {
        var name = part == 0 ? "catalogue" : "catalogue " + part;
        if (told(name)) {
            return 0;
        }
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + part);
        long older = (long) part * many;
        var samples = Sample.all();
        var known = makers.byCraft();
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < many; i++) {
                var sample = samples.get(i % samples.size());
                var article = taxonomy.article(sample.article()).orElseThrow();
                var of = makers.of(article, known);
                if (of.isPresent()) {
                    var maker = of.get().get((int)
                            (Math.pow(random.nextDouble(), 2) * of.get().size()));
                    offer(
                            sample,
                            article,
                            maker,
                            clock.instant().minus(Duration.ofHours(11L * (older + many - i) + 7)),
                            random);
                }
            }
            if (part == 0) {
                offerOfTheAccount(samples, random);
            }
            database.sql("insert into market.demonstration (part, told_at) values (:part, now())")
                    .param("part", name)
                    .update();
        });
        return many;
    }

    private boolean told(String part) {
        return database.sql("select exists (select from market.demonstration where part = :part)")
                .param("part", part)
                .query(Boolean.class)
                .single();
    }

    /** Whoever tries the artisan's account finds things of her own: for sale, waiting, come back, made to order. */
    private void offerOfTheAccount(List<Sample> samples, RandomGenerator random) {
        var her = makers.withAccount();
        if (her.isEmpty()) {
            return;
        }
        var mine = samples.stream()
                .filter(it -> taxonomy.article(it.article())
                        .filter(article -> her.get().crafts().contains(article.craft())
                                || her.get().crafts().contains(article.family()))
                        .isPresent())
                .toList();
        var some = mine.isEmpty() ? samples.subList(0, 4) : mine;
        for (int i = 0; i < 5; i++) {
            var sample = some.get(i % some.size());
            int state = i;
            PoleClock.at(clock.instant().minus(Duration.ofDays(9L - i)), () -> {
                var id = describe(sample, her.get().person().id(), random);
                if (state == 4) {
                    describing.howMany(id, Product.Kind.TO_ORDER, 1, LEAD_DAYS, SELLER);
                }
                reviewing.propose(id, SELLER);
                if (state == 3) {
                    reviewing.sendBack(id, "الصورة مظلمة: أعيدي التصوير قرب النافذة.", SELLER);
                } else if (state != 2) {
                    reviewing.accept(id, SELLER);
                    toTheHall(id, true);
                }
            });
        }
    }

    private void offer(Sample sample, Article article, PersonId maker, Instant when, RandomGenerator random) {
        PoleClock.at(when, () -> {
            try {
                var id = describe(sample, maker, random);
                reviewing.propose(id, SELLER);
                reviewing.accept(id, SELLER);
                toTheHall(id, random.nextInt(12) > 0);
            } catch (Refusal refusal) {
                throw new IllegalStateException(
                        "the story of " + article.code() + " is refused: " + refusal.code(), refusal);
            }
        });
    }

    private ProductId describe(Sample sample, PersonId maker, RandomGenerator random) {
        var id = ProductId.next();
        boolean silver = sample.material().equals("SILVER");
        // What is filled in bottles is neither adorned nor one of its kind.
        boolean filled = sample.material().equals("ARGAN");
        // Round to five dirhams.
        long price = Math.max(sample.price() * (80 + random.nextInt(50)) / 100 / 500 * 500, 100_00);
        long cost = sample.cost() * (85 + random.nextInt(25)) / 100;
        describing.begin(id, MakerId.of(maker), true, SELLER);
        photos.show(id, sample.pictures().get(random.nextInt(sample.pictures().size())));
        describing.what(id, sample.article(), SELLER);
        describing.madeOf(id, sample.material(), List.of(), SELLER);
        var motif = motif(random);
        describing.adorned(id, sample.technique(), filled ? null : motif, sample.colours(), SELLER);
        if (silver) {
            describing.silver(
                    id,
                    new Silver(
                            sample.weight() + random.nextInt(4000),
                            Fineness.ofThousandths(925),
                            null,
                            random.nextInt(3) == 0 ? Silver.Hallmark.YES : Silver.Hallmark.PENDING,
                            ""),
                    SELLER);
        }
        var label = silver ? "" : SIZES.get(random.nextInt(SIZES.size()));
        describing.size(
                id,
                new Size(
                        sample.width(),
                        sample.height(),
                        sample.depth(),
                        filled ? "" : label,
                        silver ? null : sample.weight()),
                SELLER);
        int kind = filled ? 6 : random.nextInt(10);
        describing.howMany(
                id,
                kind < 6 ? Product.Kind.UNIQUE : kind < 9 ? Product.Kind.SERIES : Product.Kind.TO_ORDER,
                kind < 6 ? 1 : 2 + random.nextInt(5),
                kind == 9 ? 15 + random.nextInt(30) : null,
                SELLER);
        describing.price(id, price, Math.min(cost, price / 2), sample.hours(), SELLER);
        return id;
    }

    private String motif(RandomGenerator random) {
        var motifs = taxonomy.all(Words.MOTIF).stream().map(Term::code).toList();
        int one = random.nextInt(motifs.size() + 4);
        return one < motifs.size() ? motifs.get(one) : "LOZENGE";
    }

    private void toTheHall(ProductId product, boolean offered) {
        var hall = places.called(PiecePlaces.HALL);
        for (Piece piece : catalogue.pieces(product)) {
            pieces.receive(piece.id(), hall, SELLER);
            if (offered) {
                pieces.passInspection(piece.id(), "", SELLER);
                pieces.putOnSale(piece.id(), SELLER);
            }
        }
    }
}
