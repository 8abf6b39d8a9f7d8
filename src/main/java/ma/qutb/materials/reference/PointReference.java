package ma.qutb.materials.reference;

import ma.qutb.kernel.Language;
import ma.qutb.materials.point.NewPoint;
import ma.qutb.materials.point.OpeningPoints;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.shell.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prepares the sale points the publications place somewhere, each in the fund of its town; a second time changes nothing. When
 * they opened, with what capital and which clerks is not published: whoever knows enters it, then opens the point.
 */
@Component
class PointReference {

    private final OpeningPoints opening;
    private final Organisations organisations;
    private final JdbcClient database;
    private final Texts texts;

    PointReference(OpeningPoints opening, Organisations organisations, JdbcClient database, Texts texts) {
        this.opening = opening;
        this.organisations = organisations;
        this.database = database;
        this.texts = texts;
    }

    @Transactional
    void load() {
        Principles.spaces().stream()
                .filter(it -> it.optional("territory_code") != null)
                .forEach(this::load);
    }

    private void load(ReferenceRow row) {
        var code = row.text("code");
        if (database.sql("select exists (select from materials.sale_point where reference_code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single()) {
            return;
        }
        var place = new TerritoryCode(row.text("territory_code"));
        var town = place.value().replaceFirst("^C-", "");
        var fundCode = "FUND-" + town;
        var fund = opening.fundCalled(fundCode)
                .orElseGet(() -> opening.newFund(
                        fundCode,
                        new LocalName(
                                texts.say(Language.AR, "materials.fund.of-publications"),
                                texts.say(Language.FR, "materials.fund.of-publications"),
                                texts.say(Language.EN, "materials.fund.of-publications")),
                        place,
                        false));
        var point = opening.prepare(new NewPoint(
                fund.id(),
                town,
                Principles.name(row, "name_"),
                place,
                organisations.byReference(row.orEmpty("operator_code")).map(Organisations.Summary::id),
                false));
        database.sql("update materials.sale_point set reference_code = :code where id = :id")
                .param("code", code)
                .param("id", point.value())
                .update();
    }
}
