package ma.qutb.spaces.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ma.qutb.registry.LocalName;
import ma.qutb.spaces.Nuisance;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.UnitKind;
import ma.qutb.spaces.premises.AssessingPremises;
import ma.qutb.spaces.premises.Assessment;
import ma.qutb.spaces.premises.Premises;
import ma.qutb.spaces.premises.PremisesId;
import ma.qutb.spaces.premises.PremisesTable;
import ma.qutb.spaces.site.KeepingSites;
import ma.qutb.spaces.unit.KeepingUnits;
import ma.qutb.spaces.unit.NewUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes what opens a site of its commune with one unit, so that it can be let like any other. */
@Service
@Transactional
class OpeningPremises {

    /** Light and a few sewing machines, in kW. */
    private static final int POWER = 3;

    private final JdbcClient database;
    private final PremisesTable premises;
    private final AssessingPremises assessing;
    private final KeepingSites sites;
    private final Sites known;
    private final KeepingUnits units;

    OpeningPremises(
            JdbcClient database,
            PremisesTable premises,
            AssessingPremises assessing,
            KeepingSites sites,
            Sites known,
            KeepingUnits units) {
        this.database = database;
        this.premises = premises;
        this.assessing = assessing;
        this.sites = sites;
        this.known = known;
        this.units = units;
    }

    /** From this day on it is there; opened again, it stays what it became. */
    UnitId open(PremisesId id, LocalDate day) {
        var it = premises.find(id).orElseThrow();
        if (it.unit().isPresent()) {
            return it.unit().get();
        }
        var name = it.details().name();
        var code = "LOC-" + it.number();
        var site = known.called(code)
                .map(Site::id)
                .orElseGet(() -> sites.enter(
                        new KeepingSites.Details(
                                code,
                                "coop_premises",
                                new LocalName(name, name, name),
                                it.details().commune(),
                                Optional.empty(),
                                "in_use"),
                        it.demonstration()));
        var unit = units.enter(site, unit(it), day, "ready");
        database.sql("update spaces.premises set unit_id = :unit, version = version + 1 where id = :id")
                .param("unit", unit.value())
                .param("id", id.value())
                .update();
        return unit;
    }

    /** What the latest assessment says is in it; the unit's own page says more when more is known. */
    private NewUnit unit(Premises it) {
        var answers = assessing.of(it.id()).stream()
                .findFirst()
                .map(Assessment::answers)
                .orElse(List.of());
        boolean water = answered(answers, "water", "yes");
        int power = answered(answers, "power", "yes") ? POWER : 0;
        boolean road = answered(answers, "road", "paved");
        return new NewUnit(
                "1",
                UnitKind.PREMISES,
                it.details().area(),
                new NewUnit.Offers(water, power, false, false, water, road, false, new Nuisance(1, 1, 1, 1)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static boolean answered(List<Assessment.Answer> answers, String question, String answer) {
        return answers.stream()
                .anyMatch(it -> it.question().equals(question) && it.answer().equals(answer));
    }
}
