package ma.qutb.market.invoice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.MakerId;
import ma.qutb.market.store.Seller;
import ma.qutb.shell.Texts;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Those who invoice. The pole is there from its first invoice on. */
@Component
class Issuers {

    private static final String POLE = "POLE";

    private final JdbcClient database;
    private final Seller seller;
    private final Texts texts;

    Issuers(JdbcClient database, Seller seller, Texts texts) {
        this.database = database;
        this.seller = seller;
        this.texts = texts;
    }

    /** Who invoices what this maker sells: they themselves by mandate, otherwise the pole. */
    Issuer of(MakerId maker) {
        return database.sql("select * from market.issuer where maker_id = :maker")
                .param("maker", maker.value())
                .query(Issuer::of)
                .optional()
                .orElseGet(this::pole);
    }

    Issuer pole() {
        return found().orElseGet(() -> {
            database.sql("""
                insert into market.issuer (id, code, regime, name_ar, name_latin, legal_form, address_ar, address_latin, ice, tax_number,
                    trade_register, business_tax, cnss, mandate, version)
                values (:id, :code, 'small', :ar, :latin, '', :addressAr, :addressLatin, '', '', '', '', '', '', 0)
                on conflict do nothing
                """)
                    .param("id", Ids.next())
                    .param("code", POLE)
                    .param("ar", or(seller.name(), Language.AR, "shell.pole"))
                    .param("latin", or(seller.name(), Language.FR, "shell.pole"))
                    .param("addressAr", or(seller.address(), Language.AR, "shell.place"))
                    .param("addressLatin", or(seller.address(), Language.FR, "shell.place"))
                    .update();
            return found().orElseThrow();
        });
    }

    private Optional<Issuer> found() {
        return database.sql("select * from market.issuer where maker_id is null")
                .query(Issuer::of)
                .optional();
    }

    private String or(String set, Language language, String key) {
        return set.isEmpty() ? texts.say(language, key) : set;
    }

    List<Issuer> all() {
        pole();
        return database.sql("select * from market.issuer order by maker_id nulls first, code")
                .query(Issuer::of)
                .list();
    }

    Optional<Issuer> find(UUID id) {
        return database.sql("select * from market.issuer where id = :id")
                .param("id", id)
                .query(Issuer::of)
                .optional();
    }

    /**
     * Writes an issuer; invoices that were issued keep what they say.
     *
     * @throws Refusal when a number has not its form, a maker has no mandate, or the code is another's
     */
    @Transactional
    public void keep(Issuer it) {
        try {
            database.sql("""
                insert into market.issuer (id, code, maker_id, regime, name_ar, name_latin, legal_form, address_ar, address_latin, ice,
                    tax_number, trade_register, business_tax, cnss, mandate, version)
                values (:id, :code, :maker, :regime, :nameAr, :nameLatin, :form, :addressAr, :addressLatin, :ice, :tax, :register,
                    :business, :cnss, :mandate, 0)
                on conflict (id) do update set regime = excluded.regime, name_ar = excluded.name_ar, name_latin = excluded.name_latin,
                    legal_form = excluded.legal_form, address_ar = excluded.address_ar, address_latin = excluded.address_latin,
                    ice = excluded.ice, tax_number = excluded.tax_number, trade_register = excluded.trade_register,
                    business_tax = excluded.business_tax, cnss = excluded.cnss, mandate = excluded.mandate,
                    version = market.issuer.version + 1
                """)
                    .param("id", it.id())
                    .param("code", it.code())
                    .param("maker", it.maker())
                    .param("regime", it.regime())
                    .param("nameAr", it.nameArabic())
                    .param("nameLatin", it.nameLatin())
                    .param("form", it.legalForm())
                    .param("addressAr", it.addressArabic())
                    .param("addressLatin", it.addressLatin())
                    .param("ice", it.ice())
                    .param("tax", it.taxNumber())
                    .param("register", it.tradeRegister())
                    .param("business", it.businessTax())
                    .param("cnss", it.cnss())
                    .param("mandate", it.mandate())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(DataIntegrityViolationException e) {
        for (var rule : List.of(
                "ice-form",
                "tax-number-form",
                "code-form",
                "code-once",
                "maker-gave-a-mandate",
                "maker-once",
                "of-maker")) {
            if (Refusal.when("issuer_" + rule.replace('-', '_'), e, rule) instanceof Refusal) {
                return new Refusal("market.issuer.refusal." + rule);
            }
        }
        return e;
    }

    /** What they invoiced in a year, less what was credited, in centimes. */
    long turnover(UUID issuer, int year) {
        return database.sql("""
            select coalesce(sum(case kind when 'invoice' then total else -total end), 0) from market.invoice
             where issuer_id = :issuer and year = :year
            """)
                .param("issuer", issuer)
                .param("year", year)
                .query(Long.class)
                .single();
    }
}
